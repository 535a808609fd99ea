// What the parts of `bench fanout` say to each other: a viewer to a server over the socket, and the
// bench to the process of a server over the channel between them.

/** As the page asks. */
const SEAT_STATUS = `subscription SeatStatus($engine: ID!) {
  seatStatus(engine: $engine) { revision sequence packed regions sold tickets oversold }
}`;

export const SUBPROTOCOL = 'graphql-transport-ws';
export const HELLO = JSON.stringify({ type: 'connection_init' });
export const SUBSCRIBE = JSON.stringify({
  id: '1',
  type: 'subscribe',
  payload: { query: SEAT_STATUS, variables: { engine: 'floor' } },
});

/** A message as one viewer got it, and when, since the start of the run. */
export interface Frame {
  readonly atMs: number;
  readonly text: string;
}

/** `graphql`: the product's own web and bus. `raw`: `ws` alone, which repeats what it is given. */
export const SERVER_KINDS = ['graphql', 'raw'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** To the process of a server. */
export type Order =
  | {
      readonly type: 'sell';
      readonly salesPerSecond: number;
      readonly durationMs: number;
    }
  | { readonly type: 'repeat'; readonly frames: readonly Frame[] }
  | { readonly type: 'cpu' };

/** From the process of a server. */
export type News =
  | { readonly type: 'open'; readonly port: number }
  /** Everything was published. @property tickets after it, as the last message says */
  | { readonly type: 'done'; readonly tickets: number }
  | { readonly type: 'cpu'; readonly cpuMs: number };

/** Whether this message says that so many tickets are sold. */
export const saysTickets = (text: string, tickets: number): boolean =>
  text.includes(`"tickets":${tickets},`);
