// One event, many viewers: what is worked out once is still, byte for byte, what each of them would
// have been told alone; and whatever is not the same for all stays each one's own.
import { schema } from '@worldseat/schema/graph';
import type { SeatStatusView } from '@worldseat/schema/services';
import { execute, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { MAX_SHARED_ANSWERS } from '../server/src/web/shared-messages.ts';
import { CountedBatch } from './support/counted-batch.ts';
import type { GraphQLAnswer } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { foldSeats, openSeats } from './support/open-seats.ts';
import { openRawViewer, type Question, type RawViewer } from './support/raw-viewer.ts';
import { waitFor } from './support/wait-for.ts';
import { openWebWorld, type WebWorld } from './support/web-world.ts';

const later = leftovers();

const PAGE = 'revision sequence packed regions sold tickets oversold';
const ALL = `${PAGE} at changes { seat status holders owner region }`;
const asked = (fields: string, engine = 'dsql'): Question => {
  return { query: `subscription { seatStatus(engine: "${engine}") { ${fields} } }` };
};
const CHOICE = `subscription Short($packed: Boolean!) {
  seatStatus(engine: "dsql") { sold sequence packed @include(if: $packed) }
}
subscription Long { seatStatus(engine: "dsql") { ...F } }
fragment F on SeatStatusUpdate { ${ALL} }`;

/** Each a question of its own; some differ in variables or in the name of the operation alone. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'as the page asks': {
    query: `subscription SeatStatus($engine: ID!) { seatStatus(engine: $engine) { ${PAGE} } }`,
    variables: { engine: 'dsql' },
  },
  'the same of another engine': {
    query: `subscription SeatStatus($engine: ID!) { seatStatus(engine: $engine) { ${PAGE} } }`,
    variables: { engine: 'dynamodb' },
  },
  everything: asked(ALL),
  'the number last': asked('packed regions sequence'),
  'the number alone': asked('sequence'),
  'the number under two names': asked('one: sequence packed two: sequence __typename'),
  'no number': asked('sold'),
  'under other names': {
    query: 'subscription { sequence: seatStatus(engine: "dsql") { __proto__: sequence s: sold } }',
  },
  'with a choice': { query: CHOICE, variables: { packed: true }, operationName: 'Short' },
  'with the other choice': { query: CHOICE, variables: { packed: false }, operationName: 'Short' },
  'another operation of it': { query: CHOICE, variables: { packed: true }, operationName: 'Long' },
};

/** Each viewer begins to count at a multiple of it. */
const FIRST_NUMBERS = 7;

/** One of many sold seats, some with an owner's name that is hard to write down. */
function batchOf(engine: string, seats: number): CountedBatch {
  const sold = Array.from({ length: seats }, (_, index) => index);
  return new CountedBatch({
    ...{ revision: 3, atMs: 1_000, sold: seats, tickets: seats + 1, oversold: 1 },
    packed: sold.map((index) => index * 64 + 17),
    regions: sold.map((index) => (index % 3) - 1),
    changes: sold.map((index) => {
      const owner = `"-2147483648", ${engine}\u2028é\u0000😀`;
      return { seat: `A${index}`, status: 'SOLD', holders: 1, owner, region: null } as const;
    }),
  });
}

/** Two of its fields cannot be told: the whole event fails for one of them, a part for the other. */
function faultyBatch(): CountedBatch {
  const change = {
    ...({ seat: 'A1', status: 'SOLD', holders: 1, owner: null } as const),
    get region(): never {
      throw new Error('hunter2');
    },
  };
  return new CountedBatch({
    ...{ revision: 1, atMs: 0, sold: 1, tickets: 1, oversold: 0, regions: [], changes: [change] },
    get packed(): never {
      throw new Error('hunter2');
    },
  });
}

/** Every viewer is told of these, and then no more; each has begun to count somewhere else. */
function telling(batches: Readonly<Record<string, readonly CountedBatch[]>>): Promise<WebWorld> {
  let viewers = 0;
  const watchSeats = async function* (engine: string) {
    viewers += 1;
    let sequence = FIRST_NUMBERS * viewers;
    for (const batch of batches[engine] ?? []) yield await Promise.resolve(batch.event(sequence++));
  };
  return openWebWorld(later, { watchSeats });
}

describe('what is shared', () => {
  test.each(Object.entries(QUESTIONS))('is what one alone is told: %s', async (_, question) => {
    // Frames of less than 126 bytes, of less than 65,536, and of more.
    const batches = {
      dsql: [0, 40, 12_000].map((seats) => batchOf('dsql', seats)),
      dynamodb: [5, 50, 500].map((seats) => batchOf('dynamodb', seats)),
    };
    const web = await telling(batches);
    const viewers = await openViewers(web.url, 2);
    const ids = ['1', 'é "quoted" 😀'];
    // Side by side with all the others, so that nothing of theirs may come in.
    for (const viewer of viewers) {
      for (const other of Object.values(QUESTIONS)) viewer.ask(`other ${viewer.asked}`, other);
      for (const id of ids) viewer.ask(id, question);
    }
    for (const viewer of viewers) {
      await waitFor(() => viewer.completed === viewer.asked);
      for (const id of ids) {
        const told = viewer.told(id);
        expect(told).toEqual(alone(question, id, told[0], batches));
      }
    }
  });

  test('is worked out once for a batch and a question, however many ask it', async () => {
    const batches = [batchOf('dsql', 1), batchOf('dsql', 30)];
    const web = await telling({ dsql: batches });
    const viewers = await Promise.all(
      Array.from({ length: 5 }, () => openRawViewer(later, web.url)),
    );
    for (const viewer of viewers) {
      for (let count = 0; count < 10; count += 1) viewer.ask(`a${count}`, asked(PAGE));
      for (let count = 0; count < 10; count += 1) viewer.ask(`b${count}`, asked(ALL));
    }
    await waitFor(() => viewers.every(({ completed }) => completed === 20));
    expect(batches.map(({ answers }) => answers)).toEqual([2, 2]);
    expect(viewers.flatMap((viewer) => viewer.told('a3'))).toHaveLength(10);
  });

  test('is bounded: beyond, each viewer is answered alone, and just the same', async () => {
    const batches = [batchOf('dsql', 3)];
    const web = await telling({ dsql: batches });
    const viewers = await openViewers(web.url, 6);
    const questions = Array.from({ length: MAX_SHARED_ANSWERS + 4 }, (_, at) => `s${at}: sold`);
    for (const [at, field] of questions.entries()) {
      for (const side of [0, 1]) viewers[(at % 3) * 2 + side]?.ask(`${at}`, asked(field));
    }
    await waitFor(() => viewers.every(({ completed, asked: count }) => completed === count));
    for (const at of questions.keys()) {
      const told = [0, 1].flatMap((side) => viewers[(at % 3) * 2 + side]?.told(`${at}`) ?? []);
      expect(told.map(payloadOf)).toEqual([0, 1].map(() => ({ data: answerOf(at) })));
    }
    expect(batches[0]?.answers).toBe(MAX_SHARED_ANSWERS);
  });

  test.each(['packed sold', 'sold changes { seat region }'])(
    'is never an error (%s): each viewer has one of its own, and the next event is well',
    async (fields) => {
      const web = await telling({ dsql: [faultyBatch(), batchOf('dsql', 2)] });
      const viewers = await openViewers(web.url, 2);
      for (const viewer of viewers) viewer.ask('1', asked(fields));
      await waitFor(() => viewers.every(({ completed }) => completed === 1));
      const told = viewers.map((viewer) => viewer.told('1').map(payloadOf));
      const numbers = told.map(([first]) => first?.errors?.[0]?.extensions?.['requestId']);
      expect(new Set(numbers).size).toBe(2);
      for (const [first, second] of told) {
        expect(first?.errors).toMatchObject([{ message: 'Unexpected error.' }]);
        expect(second).toMatchObject({ data: { seatStatus: { sold: 2 } } });
        expect(second).not.toHaveProperty('errors');
      }
      expect(web.entries.filter(({ level }) => level === 'error')).toHaveLength(2);
    },
  );
});

describe('a crowd on real sockets', () => {
  test('adds up to the floor, each without a gap, also who pauses, pings and comes late', async () => {
    const { topic, sell, holders } = openSeats();
    later(() => topic.close());
    const web = await openWebWorld(later, { watchSeats: () => topic.subscribe() });
    const viewers: RawViewer[] = [];
    for (let step = 0; step < 60; step += 1) {
      if (step % 2 === 0) {
        const viewer = await openRawViewer(later, web.url);
        viewer.ask('1', step % 4 === 0 ? asked(PAGE) : asked(ALL));
        viewers.push(viewer);
      }
      for (let count = 0; count < 400; count += 1) sell((step * 31 + count * 7) % 900);
      viewers.forEach((viewer, at) => {
        viewer.raw.ping();
        if (at % 3 === 0 && step % 6 === 0) viewer.raw.pause();
        if (step % 6 === 4) viewer.raw.resume();
      });
      const reading = viewers.find(({ raw }) => !raw.isPaused);
      const before = reading?.told('1').length ?? 0;
      await waitFor(() => (reading?.told('1').length ?? 1) > before);
    }
    for (const viewer of viewers) viewer.raw.resume();
    const floor = new Map([...holders()].map(([seat, count]) => [seat, Math.min(count, 15)]));
    for (const viewer of viewers) {
      await waitFor(() => seatsIn(viewer.told('1').at(-1))?.tickets === 24_000);
      const events = viewer.told('1').flatMap((text) => seatsIn(text) ?? []);
      expect(foldSeats(events)).toEqual(floor);
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
    }
  });
});

const answerOf = (at: number): object => ({ seatStatus: { [`s${at}`]: 3 } });

function openViewers(url: string, count: number): Promise<RawViewer[]> {
  return Promise.all(Array.from({ length: count }, () => openRawViewer(later, url)));
}

/** What is said to who asks this, and nobody else. @param first tells where the viewer began to count */
function alone(
  { query, variables, operationName }: Question,
  id: string,
  first: string | undefined,
  batches: Readonly<Record<string, readonly CountedBatch[]>>,
): string[] {
  const told = batches[variables?.['engine'] === 'dynamodb' ? 'dynamodb' : 'dsql'] ?? [];
  const document = parse(query);
  const message = (at: number, sequence: number): string => {
    const args = { schema, document, variableValues: variables, operationName, contextValue: {} };
    const payload = execute({ ...args, rootValue: told[at]?.event(sequence) });
    return JSON.stringify({ id, type: 'next', payload });
  };
  const begins = Array.from({ length: 60 }, (_, viewer) => FIRST_NUMBERS * viewer);
  const begin = begins.find((sequence) => message(0, sequence) === first) ?? -1;
  return told.map((_, at) => message(at, begin + at));
}

function payloadOf(message: string): GraphQLAnswer {
  return (JSON.parse(message) as { payload: GraphQLAnswer }).payload;
}

function seatsIn(message: string | undefined): SeatStatusView | null {
  if (message === undefined) return null;
  return (payloadOf(message).data?.['seatStatus'] ?? null) as SeatStatusView | null;
}
