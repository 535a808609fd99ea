// The journal of single purchases: a line before an order is tried and a line with its answer, so
// that a server that was killed knows which answers it never gave. Kept for the floor's current
// round only. It is the buyers' half of the evidence; the ledger is the database's.
import { createWriteStream, type WriteStream } from 'node:fs';
import { appendFile, readFile, truncate } from 'node:fs/promises';
import {
  completeAnswer,
  type Answer,
  type Order,
  type RecordedAnswer,
} from '@worldseat/schema/domain';

export interface Called {
  readonly order: Order;
  readonly round: number;
  /** When, on the clock of its answer; of a line of an earlier version: 0. */
  readonly callNs: number;
}

export type JournalLine = { readonly call: Called } | { readonly answer: Answer };

export interface JournalContent {
  /** The last answer of each order; one that was lost may be decided by a later line. */
  readonly answers: readonly Answer[];
  /** Orders that were called and never answered. */
  readonly unanswered: readonly Called[];
}

export class Journal {
  readonly #path: string;
  readonly #stream: WriteStream;

  private constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path, { flags: 'a' });
    // A fault (a full disk) is told to whoever appends, then and later.
    this.#stream.on('error', () => undefined);
  }

  static async open(path: string): Promise<{ journal: Journal; content: JournalContent }> {
    const text = await readText(path);
    // Makes the file; and a torn last line must not swallow the next one.
    await appendFile(path, text === '' || text.endsWith('\n') ? '' : '\n');
    return { journal: new Journal(path), content: readJournal(text) };
  }

  /** Resolves when the operating system has the line: it survives this process. */
  append(line: JournalLine): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(`${JSON.stringify(line)}\n`, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }

  /**
   * Begins anew, when the whole floor is put on sale anew. Lines may be appended meanwhile: the
   * stream goes on, at the new end of the file.
   */
  async clear(): Promise<void> {
    await truncate(this.#path, 0);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#stream.end(() => resolve()));
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/**
 * An earlier version counted every run of the server from 0, so that its times cannot be put in
 * order: each of its answers may have come at any time until now. How long it took is known.
 */
function dated(recorded: RecordedAnswer, nowNs: number): Answer {
  const answer = completeAnswer(recorded);
  if (recorded.presses !== undefined) return answer;
  const { returnNs, intendedNs } = recorded;
  return { ...answer, intendedNs: nowNs - (returnNs - intendedNs), callNs: 0, returnNs: nowNs };
}

/** Pure. A torn last line, as a crash leaves it, is ignored: its order had no answer. */
export function readJournal(text: string): JournalContent {
  const answers = new Map<string, RecordedAnswer>();
  const calls = new Map<string, Called>();
  for (const raw of text.split('\n').slice(0, -1)) {
    const line = parseLine(raw);
    if (line === null) continue;
    if ('call' in line) calls.set(line.call.order.id, { callNs: 0, ...line.call });
    else answers.set(line.answer.orderId, line.answer);
  }
  const unanswered = [...calls.values()].filter(({ order }) => !answers.has(order.id));
  const recorded = [...answers.values()];
  const nowNs = recorded.reduce((last, { returnNs }) => Math.max(last, returnNs), 0);
  return { answers: recorded.map((answer) => dated(answer, nowNs)), unanswered };
}

/** As this or an earlier version wrote it. */
type RecordedLine =
  { readonly call: Omit<Called, 'callNs'> & Partial<Called> } | { readonly answer: RecordedAnswer };

function parseLine(raw: string): RecordedLine | null {
  try {
    return JSON.parse(raw) as RecordedLine;
  } catch {
    return null;
  }
}
