// One burst's file as the page reads it: fetched, checked against its hash, and judged here, in the
// browser. No verdict is taken from the server.
import { witnessInputOf, type History } from '@worldseat/schema/history';
import { judge, type Finding } from '@worldseat/schema/witness';
import {
  BurstFileFault,
  fetchBurst,
  readBurst,
  type BurstFileFaultCode,
} from '../replay/fetch-bursts.ts';

export type RunFile =
  | { readonly state: 'READING' }
  /** Why there is nothing to show, in words. */
  | { readonly state: 'FAULT'; readonly code: BurstFileFaultCode; readonly why: string }
  | {
      readonly state: 'READ';
      readonly history: History;
      readonly sha256: string;
      readonly finding: Finding;
    };

/** @param id of the burst; @returns what there is. Does not throw. */
export async function readRun(id: string): Promise<RunFile> {
  try {
    const text = await fetchBurst(id);
    const history = readBurst(text);
    const finding = judge(witnessInputOf(history), history.header.burst.seatId ?? undefined);
    return { state: 'READ', history, sha256: statedHash(text), finding };
  } catch (error) {
    const fault = error instanceof BurstFileFault ? error : null;
    const why = error instanceof Error ? error.message : String(error);
    return { state: 'FAULT', code: fault?.code ?? 'DAMAGED', why };
  }
}

/** As the header states it; reading the file has compared it with the content. */
function statedHash(text: string): string {
  return /"sha256":"([0-9a-f]{64})"/.exec(text.slice(0, text.indexOf('\n')))?.[1] ?? '';
}
