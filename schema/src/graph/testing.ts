// An in-memory Services port for the tests of the graph, and ways to ask it.
import { execute, parse, validate } from 'graphql';
import { expect } from 'vitest';
import type { EngineView, Services } from '../services.ts';
import { schema } from './index.ts';

const dsql: EngineView = {
  id: 'dsql',
  name: 'Aurora DSQL',
  consistency: 'snapshot isolation',
  deployment: 'EMBEDDED',
  components: 'memory',
  regions: ['us-east-1', 'us-east-2'],
  strategies: ['NAIVE', 'CONDITIONAL'],
  lagMs: 80,
  onStage: true,
};

export const unasked = (): never => {
  throw new Error('the test did not expect this question');
};

export function serving(answers: Partial<Services>): Services {
  return {
    engines: () => [dsql],
    engine: (id) => (id === 'dsql' ? dsql : null),
    engineReady: unasked,
    floor: unasked,
    venues: unasked,
    seat: unasked,
    witness: unasked,
    burst: unasked,
    bursts: unasked,
    burstHistory: unasked,
    burstFile: unasked,
    burstAnswers: unasked,
    ledger: unasked,
    purchase: unasked,
    breakIt: unasked,
    resetFloor: unasked,
    watchSeats: unasked,
    watchVerdict: unasked,
    watchBurst: unasked,
    joinRoom: unasked,
    leaveRoom: unasked,
    room: unasked,
    watchRoom: unasked,
    watchTickets: unasked,
    labEngines: unasked,
    lab: unasked,
    labRun: unasked,
    labRuns: unasked,
    watchLab: unasked,
    ...answers,
  };
}

/** Runs one operation, and gives its answer as plain data. */
export async function ask(text: string, answers: Partial<Services> = {}): Promise<unknown> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const contextValue = { services: serving(answers) };
  return plain(await execute({ schema, document, contextValue }));
}

export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The shape of one error, without its place in the text. */
export const errorOf = (path: (string | number)[], message: string, extensions?: object): unknown =>
  expect.objectContaining({ path, message, ...(extensions && { extensions }) });
