// The room as people meet it: phones join over the network, become buyers of a burst under their own
// names, and are told by the committed ledger what they hold. Real databases, real sockets.
import { networkInterfaces } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { subscribe, type Subscription } from './support/subscribe.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later, { settings: { HOST: '0.0.0.0' } });
});

const ROOM = '{ room { people names joinUrl note } }';
const JOIN = `mutation ($input: JoinRoomInput!) { joinRoom(input: $input) {
  __typename
  ... on RoomSeat { person name room { people } }
  ... on InvalidInputError { message field }
} }`;
const LEAVE = 'mutation ($person: ID!) { leaveRoom(person: $person) }';
const WATCH_ROOM = 'subscription { room { people names } }';
const WATCH_TICKETS = `subscription ($person: ID!) { roomTickets(person: $person) {
  person name answers { engine { id } burst { id state } seat outcome holders ownTicket others }
} }`;
const BREAK_IT = `mutation ($input: BreakItInput!) { breakIt(input: $input) { ... on BreakIt {
  bursts { id engine { id lagMs regions } histogram { edgesMs counts }
    ofA1: answers(first: 100, seat: "A1") { totalCount edges { node { buyer region } } }
    ofA2: answers(seat: "A2") { totalCount }
    holders(seat: "A1") { edges { node { buyer } } } }
} } }`;

interface RoomAnswer {
  readonly engine: { readonly id: string };
  readonly burst: { readonly id: string; readonly state: string };
  readonly seat: string;
  readonly outcome: string | null;
  readonly holders: number | null;
  readonly ownTicket: boolean | null;
  readonly others: readonly string[];
}
interface Fired {
  readonly id: string;
  readonly engine: {
    readonly id: string;
    readonly lagMs: number | null;
    readonly regions: string[];
  };
  readonly histogram: { readonly edgesMs: number[]; readonly counts: number[] };
  readonly ofA1: Page<{ readonly buyer: string; readonly region: string }>;
  readonly ofA2: { readonly totalCount: number };
  readonly holders: Page<{ readonly buyer: string }>;
}
interface Page<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}

const join = async (person: string, name: string) =>
  (await server.ask<{ joinRoom: object }>(JOIN, { input: { person, name } })).joinRoom;
const leave = async (person: string) =>
  (await server.ask<{ leaveRoom: boolean }>(LEAVE, { person })).leaveRoom;
const read = async <Data>(watching: Subscription) => (await watching.next())?.data as Data;

/** Every event of a phone until all its orders have settled. */
async function settledTicket(phone: Subscription): Promise<readonly RoomAnswer[]> {
  for (;;) {
    const { roomTickets } = await read<{
      roomTickets: { answers: readonly RoomAnswer[] } | null;
    }>(phone);
    const answers = roomTickets?.answers ?? [];
    if (answers.length > 0 && answers.every(({ holders }) => holders !== null)) return answers;
  }
}

describe('the room', () => {
  it('takes people in by name, tells of it, and lets them go', async () => {
    const watching = subscribe(server.url, WATCH_ROOM);
    later(() => watching.stop());
    expect(await read(watching)).toEqual({ room: { people: 0, names: [] } });
    expect(await join('p-1', '  Ana ')).toEqual({
      ...{ __typename: 'RoomSeat', person: 'p-1', name: 'Ana' },
      room: { people: 1 },
    });
    expect(await join('p-2', 'Ana')).toMatchObject({ name: 'Ana 2' });
    expect(await join('p-2', 'Béla 🎸')).toMatchObject({ name: 'Béla 🎸', room: { people: 2 } });
    let names: string[] = [];
    while (names[1] !== 'Béla 🎸') {
      names = (await read<{ room: { names: string[] } }>(watching)).room.names;
    }
    expect(names).toEqual(['Ana', 'Béla 🎸']);
    expect([await leave('p-1'), await leave('p-1'), await leave('p-2')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['name', { person: 'p-1', name: '   ' }],
    ['name', { person: 'p-1', name: 'Ana\u202e' }],
    ['name', { person: 'p-1', name: 'a'.repeat(81) }],
    ['person', { person: 'p 1', name: 'Ana' }],
    ['person', { person: '', name: 'Ana' }],
  ])('refuses a %s like any buyer’s, in words: %o', async (field, input) => {
    const { joinRoom } = await server.ask<{ joinRoom: object }>(JOIN, { input });
    expect(joinRoom).toMatchObject({ __typename: 'InvalidInputError', field });
    expect(await server.ask(ROOM)).toMatchObject({ room: { people: 0 } });
  });

  it('has no tickets for a stranger', async () => {
    const phone = subscribe(server.url, WATCH_TICKETS, { person: 'nobody' });
    later(() => phone.stop());
    expect(await phone.next()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'person' } }],
    });
  });
});

describe('a burst with the room', () => {
  it('sells to its people first, each in a Region, and the ledger answers their phones', async () => {
    const people = ['Ana', 'Bo', 'Cy'];
    for (const name of people) await join(`p-${name}`, name);
    const phones = people.map((name) => {
      const phone = subscribe(server.url, WATCH_TICKETS, { person: `p-${name}` });
      later(() => phone.stop());
      return phone;
    });
    for (const phone of phones) expect(await read(phone)).toEqual({ roomTickets: null });
    const input = { seat: 'A1', buyers: 40, seed: 3, room: true };
    const { breakIt } = await server.ask<{ breakIt: { bursts: Fired[] } }>(BREAK_IT, { input });
    const told = await Promise.all(phones.map(settledTicket));
    for (const burst of breakIt.bursts) {
      const buyers = burst.ofA1.edges.map(({ node }) => node);
      expect(buyers.slice(0, 3)).toEqual(
        people.map((buyer, at) => ({ buyer, region: `us-east-${(at % 2) + 1}` })),
      );
      expect(new Set(buyers.map(({ buyer }) => buyer)).size).toBe(40);
      expect([burst.ofA1.totalCount, burst.ofA2.totalCount]).toEqual([40, 0]);
      const holders = burst.holders.edges.map(({ node }) => node.buyer);
      people.forEach((name, at) => {
        const answer = told[at]?.find(({ engine }) => engine.id === burst.engine.id);
        const own = holders.includes(name);
        expect(answer).toEqual({
          ...{ engine: { id: burst.engine.id }, burst: { id: burst.id, state: 'SETTLED' } },
          ...{ seat: 'A1', outcome: own ? 'CONFIRMED' : 'REJECTED', ownTicket: own },
          holders: holders.length,
          others: holders.filter((holder) => holder !== name).slice(0, 3),
        });
      });
    }
  });

  it('tells latencies in the same buckets for both engines, and how far Regions are apart', async () => {
    const input = { seat: 'A1', buyers: 50, seed: 3 };
    const { breakIt } = await server.ask<{ breakIt: { bursts: Fired[] } }>(BREAK_IT, { input });
    const [one, other] = breakIt.bursts;
    expect(one?.histogram.edgesMs).toEqual(other?.histogram.edgesMs);
    for (const { histogram, engine, ofA1 } of breakIt.bursts) {
      expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(50);
      expect(histogram.edgesMs).toHaveLength(histogram.counts.length + 1);
      expect(engine.lagMs).toBeGreaterThanOrEqual(0);
      // Without the room, none of its people is a buyer by right.
      expect(ofA1.edges.slice(0, 3).map(({ node }) => node.buyer)).not.toEqual(['Ana', 'Bo', 'Cy']);
    }
  });
});

describe('where phones join', () => {
  it('is an address of this machine that answers, page and WebSocket, under its own name', async () => {
    const { room } = await server.ask<{ room: { joinUrl: string; note: string | null } }>(ROOM);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .some(({ family, internal }) => family === 'IPv4' && !internal);
    expect(room.note === null).toBe(outside);
    const { origin, pathname } = new URL(room.joinUrl);
    expect(pathname).toBe('/join');
    expect(await graphql(origin, ROOM)).toEqual(await graphql(server.url, ROOM));
    const watching = subscribe(origin, WATCH_ROOM);
    later(() => watching.stop());
    expect(await read(watching)).toMatchObject({ room: { people: 3 } });
  });
});
