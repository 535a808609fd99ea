// The figures of `bench fanout`, from what was measured in each round. Pure.
import { median, medianRatio, type Figure } from './figures.ts';

const BENCH = 'fanout';
const RAW = 'raw ws';

/** One run of one server. */
export interface Run {
  readonly messages: number;
  readonly bytes: number;
  /** Of the server's process. */
  readonly cpuMs: number;
  /** From the first news until the last viewer had the last. */
  readonly wallMs: number;
}

/** The same news over both, one after the other. */
export interface Round {
  readonly graphql: Run;
  readonly raw: Run;
}

export function figuresOf(rounds: readonly Round[]): Figure[] {
  const of = (pick: (run: Run) => number, kind: keyof Round) =>
    rounds.map((round) => pick(round[kind]));
  const pair = (what: string, unit: string, pick: (run: Run) => number): Figure[] => {
    const [own, raw] = [of(pick, 'graphql'), of(pick, 'raw')];
    const against = `${RAW}: ${what}`;
    const name = `graphql-ws: ${what}`;
    return [
      { bench: BENCH, name: against, value: median(raw), unit, against: null, ratio: null },
      { bench: BENCH, name, value: median(own), unit, against, ratio: medianRatio(own, raw) },
    ];
  };
  const messages = median(of((run) => run.messages, 'graphql'));
  const kilobytes = median(of((run) => run.bytes / run.messages / 1_000, 'graphql'));
  const alone = { bench: BENCH, against: null, ratio: null };
  return [
    ...pair('server CPU', 'µs/message', cpuUsOf),
    ...pair('until the last viewer has it', 'ms', ({ wallMs }) => wallMs),
    { ...alone, name: 'messages of a run', value: messages, unit: '' },
    { ...alone, name: 'a message', value: kilobytes, unit: 'kB' },
  ];
}

export const cpuUsOf = ({ cpuMs, messages }: Run): number => (cpuMs * 1_000) / messages;
