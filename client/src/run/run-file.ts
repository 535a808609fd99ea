// One burst's file as the page reads it: fetched, checked against its hash, and judged here, in the
// browser. No verdict is taken from the server.
import { readHistory, witnessInputOf, type History } from '@worldseat/schema/history';
import { judge, type Finding } from '@worldseat/schema/witness';

export type RunFile =
  | { readonly state: 'READING' }
  /** No such burst, one without a file (yet), or a server that does not answer: in words. */
  | { readonly state: 'MISSING'; readonly why: string }
  | {
      readonly state: 'READ';
      readonly history: History;
      readonly sha256: string;
      readonly finding: Finding;
    };

/** @param href of the file; @returns what there is. Does not throw. */
export async function readRun(href: string): Promise<RunFile> {
  try {
    const reply = await fetch(href);
    if (!reply.ok) return { state: 'MISSING', why: await reply.text() };
    const text = await reply.text();
    const history = readHistory(text);
    const finding = judge(witnessInputOf(history), history.header.burst.seatId ?? undefined);
    return { state: 'READ', history, sha256: statedHash(text), finding };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'MISSING', why: `The burst’s file could not be read: ${reason}` };
  }
}

/** As the header states it; reading the file has compared it with the content. */
function statedHash(text: string): string {
  return /"sha256":"([0-9a-f]{64})"/.exec(text.slice(0, text.indexOf('\n')))?.[1] ?? '';
}
