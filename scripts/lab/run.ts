// A run of the lab as any client has it: begun, followed and read through the GraphQL API. What is
// said of the engines comes from the files of their bursts.
import { readHistory, type HistoryHeader } from '@worldseat/schema/history';
import type { LabCellView } from '@worldseat/schema/services';
import { Refused, request } from '../lib/request.ts';
import type { Arguments } from './arguments.ts';

export interface LabRun {
  readonly id: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly state: string;
  readonly seed: number;
  readonly buyers: number;
  readonly note: string | null;
  readonly cells: readonly LabCellView[];
}

/** An engine of the run; header: of one of its bursts, null when none was settled. */
export interface LabEngine {
  readonly id: string;
  readonly name: string;
  readonly consistency: string;
  readonly header: HistoryHeader | null;
}

const RUN = `id startedAt state seed buyers note
  cells {
    engineId strategy scenario state reason burstId
    figures {
      result reasons sales doubleSells predictedDoubleSells overLimit abortsPerSale p50Ms p99Ms
      ordersPerSecond
    }
  }`;

const BEGIN = `mutation ($input: LabInput!) {
  lab(input: $input) {
    ... on LabRun { lab { ${RUN} } }
    ... on InvalidInputError { message }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message }
  }
}`;

const READ = `query ($id: ID!) { labRun(id: $id) { ${RUN} } }`;

const ENGINES = '{ labEngines { id name consistency } }';

const POLL_INTERVAL_MS = 500;

/** @throws NoAnswer, Refused */
export async function beginLab(url: string, args: Arguments): Promise<LabRun> {
  const { engines, strategies, scenarios, buyers, seed } = args;
  const input = { engines, strategies, scenarios, buyers, seed, wait: false };
  const data = await request<{ lab: { lab?: LabRun; message?: string } }>(url, BEGIN, { input });
  if (data.lab.lab === undefined) throw new Refused(data.lab.message);
  return data.lab.lab;
}

/** Resolves with the run once it has ended. @param onCell called as each cell ends, in their order */
export async function followLab(
  url: string,
  begun: LabRun,
  onCell: (cell: LabCellView) => void,
): Promise<LabRun> {
  let told = 0;
  for (;;) {
    const { labRun } = await request<{ labRun: LabRun | null }>(url, READ, { id: begun.id });
    if (labRun === null) throw new Refused(`The server forgot the run ${begun.id}.`);
    const ended = labRun.cells.findIndex(({ state }) => state === 'WAITING' || state === 'RUNNING');
    const until = ended === -1 ? labRun.cells.length : ended;
    labRun.cells.slice(told, until).forEach(onCell);
    told = until;
    if (labRun.state !== 'RUNNING') return labRun;
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** The engines of the run, in the order of the catalogue. */
export async function enginesOf(url: string, run: LabRun): Promise<readonly LabEngine[]> {
  type Known = Omit<LabEngine, 'header'>;
  const { labEngines } = await request<{ labEngines: readonly Known[] }>(url, ENGINES);
  const chosen = labEngines.filter(({ id }) => run.cells.some((cell) => cell.engineId === id));
  return Promise.all(
    chosen.map(async (engine) => ({ ...engine, header: await headerOf(url, run, engine.id) })),
  );
}

async function headerOf(url: string, run: LabRun, engineId: string): Promise<HistoryHeader | null> {
  const cell = run.cells.find((it) => it.engineId === engineId && it.state === 'DONE');
  if (cell === undefined) return null;
  const answer = await fetch(`${url}/bursts/${cell.burstId}.ndjson`);
  if (!answer.ok) throw new Refused(`The file of burst ${cell.burstId}: HTTP ${answer.status}.`);
  return readHistory(await answer.text()).header;
}
