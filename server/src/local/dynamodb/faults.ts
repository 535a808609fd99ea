// Faults on demand, as DynamoDB has them now and then. They are asked for by tests and by the stage,
// never by an engine; without them nothing here changes an answer.
import type { Random } from '@worldseat/schema/domain';
import { fault, type FaultName, type WireAnswer } from './wire.ts';

export interface Faults {
  /** The next N requests that read or write items are throttled: nothing is done. */
  readonly throttleRequests: number;
  /** Of all others this part is throttled, from 0 to 1, at random. */
  readonly throttleFraction: number;
  /** How throttling is said. */
  readonly throttleAs: Throttling;
  /** The next N writes that succeed are carried out, and the connection ends without an answer. */
  readonly dropAnswers: number;
  /** The endpoint is cut: connections end, new ones are closed at once. */
  readonly cut: boolean;
}

export type Throttling = keyof typeof MESSAGES;

export const NO_FAULTS: Faults = {
  throttleRequests: 0,
  throttleFraction: 0,
  throttleAs: 'ProvisionedThroughputExceededException',
  dropAnswers: 0,
  cut: false,
};

const MESSAGES = {
  ProvisionedThroughputExceededException:
    'The level of configured provisioned throughput for the table was exceeded. Consider ' +
    'increasing your provisioning level with the UpdateTable API.',
  ThrottlingException: 'Rate of requests exceeds the allowed throughput.',
  RequestLimitExceeded:
    'Throughput exceeds the current throughput limit for your account. Please contact AWS ' +
    'Support at https://aws.amazon.com/support request a limit increase',
} as const satisfies Partial<Record<FaultName, string>>;

/** What of it outlives the process: not what is counted. */
export function lasting(change: Partial<Faults>): Partial<Faults> {
  const kept: Partial<Record<string, unknown>> = { ...change };
  delete kept['throttleRequests'];
  delete kept['dropAnswers'];
  return kept;
}

/** The faults of one Region's endpoint, counted down. */
export class FaultInjector {
  readonly #random: Random;
  #faults: Faults = NO_FAULTS;

  constructor(random: Random) {
    this.#random = random;
  }

  get isCut(): boolean {
    return this.#faults.cut;
  }

  set(faults: Partial<Faults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  /** Asked once for each request that reads or writes items. Null: it is not throttled. */
  throttle(): WireAnswer | null {
    const { throttleRequests: left, throttleFraction: fraction, throttleAs } = this.#faults;
    if (left > 0) this.set({ throttleRequests: left - 1 });
    else if (fraction === 0 || this.#random() >= fraction) return null;
    return fault(throttleAs, MESSAGES[throttleAs]);
  }

  /** Asked once for each write that succeeded. */
  dropsAnswer(): boolean {
    const { dropAnswers: left } = this.#faults;
    if (left > 0) this.set({ dropAnswers: left - 1 });
    return left > 0;
  }
}
