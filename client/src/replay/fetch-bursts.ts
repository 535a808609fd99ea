// Fetches bursts' files and reads them. Whatever goes wrong is told in words for a visitor.
import { HistoryFault, readHistory, type History } from '@worldseat/schema/history';

/** Why a burst could not be had. MISSING: none, or none yet. DAMAGED: no history. */
export type BurstFileFaultCode = 'UNREACHABLE' | 'MISSING' | 'TOO_LARGE' | 'DAMAGED';

export class BurstFileFault extends Error {
  override readonly name = 'BurstFileFault';
  readonly code: BurstFileFaultCode;

  constructor(code: BurstFileFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** In the order of the ids. @throws BurstFileFault of the first that cannot be had */
export function fetchBursts(ids: readonly string[]): Promise<History[]> {
  return Promise.all(ids.map(async (id) => readBurst(await fetchBurst(id))));
}

/** @returns the file's text. @throws BurstFileFault */
export async function fetchBurst(id: string): Promise<string> {
  const href = `/bursts/${encodeURIComponent(id)}.ndjson`;
  const reply = await fetch(href).catch((error: unknown) => {
    throw new BurstFileFault('UNREACHABLE', `The server does not answer: ${wordsOf(error)}`);
  });
  if (reply.ok) return reply.text();
  const why = (await reply.text()).trim();
  throw new BurstFileFault('MISSING', why || `There is no file of burst ${id}.`);
}

/** @throws BurstFileFault */
export function readBurst(text: string): History {
  try {
    return readHistory(text);
  } catch (error) {
    const tooLarge = error instanceof HistoryFault && error.code === 'TOO_LARGE';
    const words = `The burst’s file could not be read: ${wordsOf(error)}`;
    throw new BurstFileFault(tooLarge ? 'TOO_LARGE' : 'DAMAGED', words);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
