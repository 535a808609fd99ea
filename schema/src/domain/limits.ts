// Every limit that a user can meet, in one place. A message about a limit reads it from here.

export const LIMITS = {
  /** Buyers of a burst at one seat. */
  seatBuyers: { min: 2, max: 10_000 },
  /** Buyers of an on-sale over the whole floor. */
  floorBuyers: { min: 2, max: 20_000 },
  /** Seats that FAN_LIMIT allows a fan, and the seats that each fan wants at once. */
  fanSeats: { limit: 4, wanted: 10 },
  /** Presses of one buyer whose answers are lost; the last answer always arrives. */
  presses: { max: 5 },
  /** Cells of one run of the lab. */
  labCells: { max: 120 },
  /** Buyers of each cell of the lab. */
  labBuyers: { min: 2, max: 2_000 },
  /** Characters of a buyer's name, after trimming. */
  buyerNameLength: { min: 1, max: 80 },
  /** Characters of an order id: letters, digits, dot, underscore, colon, hyphen. */
  orderIdLength: { min: 1, max: 100 },
  /** A seed is a 32-bit unsigned integer, within GraphQL's Int: 0 to 2^31 - 1. */
  seed: { min: 0, max: 2_147_483_647 },
  /** Ticket holders that one seat lists; its count counts all, and the ledger pages through all. */
  holders: { max: 1_000 },
  /** The room: people at once, names that are told of it and of a seat, and how long silence lasts. */
  room: { people: 500, names: 100, others: 3, silentMs: 600_000 },
  /** Characters of the id that a person's phone chooses: as of an order id. */
  personIdLength: { min: 1, max: 100 },
  /** Items of one page of a list. */
  pageSize: { min: 0, max: 500 },
} as const;
