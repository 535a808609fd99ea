// `pnpm stress`: breaks one seat with more and more buyers on every engine, through the GraphQL API,
// and prints what the committed ledger says. Exit code 1 if dsql ever oversells or dynamodb never
// does: then the claim of this project is false.
//
//   npm run stress                         a server of its own, in a temporary folder
//   npm run stress -- --url http://…:4000  a server that runs already
//   npm run stress -- --buyers 60,1000 --seed 7 --seat A1
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openServer } from '@worldseat/server';
import { readConfig } from '@worldseat/server/config';
import { request } from './lib/request.ts';

interface Line {
  readonly engine: { readonly id: string };
  readonly state: string;
  readonly reconciled: boolean | null;
  readonly scoreboard: {
    readonly confirmed: number;
    readonly oversold: number;
    readonly failed: number;
    readonly indeterminate: number;
    readonly maxRetries: number;
    readonly elapsedMs: number;
    readonly p50Ms: number | null;
    readonly p99Ms: number | null;
  };
}

const BREAK_IT = `mutation ($seat: ID, $buyers: Int!, $seed: Int!) {
  breakIt(input: { seat: $seat, buyers: $buyers, seed: $seed }) {
    ... on BreakIt {
      bursts {
        engine { id } state reconciled
        scoreboard {
          confirmed oversold failed indeterminate maxRetries elapsedMs p50Ms p99Ms
        }
      }
    }
    ... on InvalidInputError { message }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message }
  }
}`;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    buyers: { type: 'string', default: '8,24,48,60,250,1000' },
    seed: { type: 'string', default: '1' },
    seat: { type: 'string', default: 'A1' },
  },
});

async function breakIt(url: string, buyers: number, seed: number): Promise<readonly Line[]> {
  const variables = { seat: values.seat === 'floor' ? null : values.seat, buyers, seed };
  const data = await request<{ breakIt: { bursts?: Line[]; message?: string } }>(
    url,
    BREAK_IT,
    variables,
  );
  if (data.breakIt.bursts === undefined) throw new Error(data.breakIt.message);
  return data.breakIt.bursts;
}

function print(buyers: number, { engine, scoreboard, state, reconciled }: Line): void {
  const { confirmed, oversold, maxRetries, failed, indeterminate } = scoreboard;
  const ms = (value: number | null) => (value === null ? '-' : value.toFixed(0));
  const columns = [
    engine.id.padEnd(9),
    `c=${buyers}`.padEnd(8),
    `confirmed=${confirmed}`.padEnd(16),
    `oversold=${oversold}`.padEnd(15),
    `maxRetries=${maxRetries}`.padEnd(14),
    `failed=${failed + indeterminate}`.padEnd(10),
    `p50=${ms(scoreboard.p50Ms)}ms p99=${ms(scoreboard.p99Ms)}ms`.padEnd(24),
    state === 'SETTLED' && reconciled === true ? '✓ reconciled' : `not reconciled (${state})`,
  ];
  console.log(columns.join(' '));
}

async function run(url: string): Promise<number> {
  const oversold = new Map<string, number>();
  for (const buyers of values.buyers.split(',').map(Number)) {
    for (const line of await breakIt(url, buyers, Number(values.seed))) {
      print(buyers, line);
      const before = oversold.get(line.engine.id) ?? 0;
      oversold.set(line.engine.id, before + line.scoreboard.oversold);
    }
  }
  const dsql = oversold.get('dsql') ?? 0;
  const dynamodb = oversold.get('dynamodb');
  if (dsql > 0) console.log(`The claim fails: dsql sold ${dsql} tickets too many.`);
  if (dynamodb === 0) console.log('The claim fails: dynamodb never oversold.');
  return dsql > 0 || dynamodb === 0 ? 1 : 0;
}

async function runOwnServer(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-stress-'));
  const settings = { ...process.env, PORT: '0', HOST: '127.0.0.1', WORLDSEAT_DATA: dataDir };
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const server = await openServer(readConfig(settings, process.cwd()), log);
  try {
    return await run(server.url);
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = values.url === undefined ? await runOwnServer() : await run(values.url);
