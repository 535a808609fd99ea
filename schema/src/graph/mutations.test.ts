// What mutations ask of the port, and how they answer.
import { describe, expect, it } from 'vitest';
import type { Services } from '../services.ts';
import { ask } from './testing.ts';

describe('mutations', () => {
  it('pass their input to the port as it is, with the defaults of the contract', async () => {
    const asked: unknown[] = [];
    const refusal = { __typename: 'InvalidInputError', message: 'no', field: 'buyer' } as const;
    const refuse = (request: unknown): Promise<typeof refusal> => {
      asked.push(request);
      return Promise.resolve(refusal);
    };
    const query = `mutation {
      purchase(input: { engine: "e", seat: "", buyer: " " }) { ...why }
      breakIt(input: { buyers: null }) { ...why }
      storm: breakIt(input: { seat: "A1", scenario: RETRY_STORM }) { ...why }
      resetFloor(input: { engines: [], venue: "hall" }) { ...why }
      lab(input: {}) { ...why }
      part: lab(input: { engines: ["e"], strategies: [NAIVE], scenarios: [FAN_LIMIT], seed: 7
        buyers: 9, wait: false }) { ...why } }
      fragment why on InvalidInputError { __typename message field }`;
    const port = { purchase: refuse, breakIt: refuse, resetFloor: refuse, lab: refuse };
    const fields = ['purchase', 'breakIt', 'storm', 'resetFloor', 'lab', 'part'];
    expect(await ask(query, port)).toEqual({
      data: Object.fromEntries(fields.map((field) => [field, refusal])),
    });
    const burst = {
      engines: null,
      buyers: 60,
      seed: null,
      room: false,
      wait: true,
      strategy: 'NAIVE',
    };
    const everything = { engines: null, strategies: null, scenarios: null, seed: null };
    expect(asked).toEqual([
      { engine: 'e', seat: '', buyer: ' ', region: null, orderId: null, strategy: 'NAIVE' },
      { ...burst, seat: null, scenario: null },
      { ...burst, seat: 'A1', scenario: 'RETRY_STORM' },
      { engines: [], venue: 'hall' },
      { ...everything, buyers: 60, wait: true },
      {
        engines: ['e'],
        strategies: ['NAIVE'],
        scenarios: ['FAN_LIMIT'],
        buyers: 9,
        seed: 7,
        wait: false,
      },
    ]);
  });

  it('answer with the type that the port says', async () => {
    const query = `mutation { breakIt(input: {}) { __typename ... on OverloadedError { retryAfterMs } }
      resetFloor(input: {}) { ... on ResetFloor { engines { id } } } }`;
    const answers: Partial<Services> = {
      breakIt: () =>
        Promise.resolve({ __typename: 'OverloadedError', message: 'busy', retryAfterMs: 250 }),
      resetFloor: () => Promise.resolve({ __typename: 'ResetFloor', engineIds: ['dsql'] }),
    };
    expect(await ask(query, answers)).toEqual({
      data: {
        breakIt: { __typename: 'OverloadedError', retryAfterMs: 250 },
        resetFloor: { engines: [{ id: 'dsql' }] },
      },
    });
  });
});
