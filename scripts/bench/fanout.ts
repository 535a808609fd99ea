// `bench fanout`: 1,000 viewers of one floor. First over the product's web layer and bus, with the
// page's own subscription, while 5,000 seats a second are sold; then what one of them got is sent again,
// byte by byte and at the same moments, by `ws` alone to as many sockets. Each server has a process of
// its own, whose processor time is divided by the messages that arrived. Both are as fast as they can
// be on this machine; a viewer that cannot keep up gets fewer, larger messages from the product, and
// the raw server sends just those.
import { loadavg } from 'node:os';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { cpuUsOf, figuresOf, type Round, type Run } from './fanout-figures.ts';
import { ServerProcess } from './fanout-process.ts';
import type { ServerKind } from './fanout-protocol.ts';
import { afterMessages, Viewers, whenTicketsAre, type Arrival } from './fanout-viewers.ts';
import type { Figure } from './figures.ts';

const VIEWERS = 1_000;
const SALES_PER_SECOND = 5_000;
const RUN_MS = 2_000;

export interface FanoutOptions {
  /** That are counted; one more comes first. */
  readonly rounds: number;
  readonly say: (line: string) => void;
}

interface Stage {
  readonly server: ServerProcess;
  readonly viewers: Viewers;
}

/** @throws Error when something did not come to a viewer */
export async function benchFanout({ rounds, say }: FanoutOptions): Promise<Figure[]> {
  const closers: Closers = [];
  try {
    const graphql = await openStage('graphql', closers);
    const raw = await openStage('raw', closers);
    const measured: Round[] = [];
    for (let at = 0; at <= rounds; at += 1) {
      const round = await runBoth(graphql, raw);
      say(wordsOf(at, round));
      // The first round warms caches and code, and is not counted.
      if (at > 0) measured.push(round);
    }
    return figuresOf(measured);
  } finally {
    await closeAll(closers);
  }
}

async function openStage(kind: ServerKind, closers: Closers): Promise<Stage> {
  const server = await ServerProcess.open(kind);
  closers.push(() => server.close());
  const viewers = new Viewers();
  closers.push(() => viewers.close());
  await viewers.connect(server.port, VIEWERS, kind === 'graphql');
  return { server, viewers };
}

async function runBoth(graphql: Stage, raw: Stage): Promise<Round> {
  const own = await measure(graphql, async (server) =>
    whenTicketsAre(await server.sell(SALES_PER_SECOND, RUN_MS)),
  );
  const { frames } = graphql.viewers;
  const repeated = await measure(raw, async (server) => {
    await server.repeat(frames);
    return afterMessages(frames.length);
  });
  return { graphql: own, raw: repeated };
}

async function measure(
  { server, viewers }: Stage,
  run: (server: ServerProcess) => Promise<Arrival>,
): Promise<Run> {
  const beforeMs = await server.cpuMs();
  viewers.start();
  const wallMs = await viewers.arrival(await run(server));
  const cpuMs = (await server.cpuMs()) - beforeMs;
  return { ...viewers.delivered, cpuMs, wallMs };
}

function wordsOf(at: number, { graphql, raw }: Round): string {
  const words = (run: Run) =>
    `${run.messages.toLocaleString('en')} messages, ${cpuUsOf(run).toFixed(1)} µs each, ` +
    `${Math.round(run.wallMs)} ms`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `round ${at}: graphql-ws ${words(graphql)}; raw ws ${words(raw)}; load ${load}`;
}
