// What a client has prepared and bound: which statement a name stands for. It forgets as
// PostgreSQL does: an unnamed one with the next, a named one when it is closed.
import { serialize } from 'pg-protocol';
import { understand, type Statement } from '../language/index.ts';
import type { Frame } from '../wire/frame.ts';
import { bindMessage, executeMessage, parseMessage, targetMessage } from '../wire/read.ts';
import { executes, syntaxRefusal, type Segment } from './segment.ts';

/** A name more is refused by forgetting the oldest: PostgreSQL keeps it, and it is passed on. */
const MAX_NAMES = 10_000;

export interface PreparedStatement {
  readonly sql: string;
  readonly types: readonly number[];
  /** null: a text that is no SQL, or more than one statement; PostgreSQL says what it thinks. */
  readonly statement: Statement | null;
}

export interface Bound {
  readonly prepared: PreparedStatement | null;
  readonly bind: Frame;
  /** What is left of a result that the client takes in pieces; null: PostgreSQL has it. */
  held: readonly Frame[] | null;
  /** PostgreSQL has given a piece of the result, and has the rest. */
  isSuspended: boolean;
}

export interface PreparedOptions {
  /** Whether locking clauses are taken out: conflicts are decided at COMMIT. */
  readonly lockless: boolean;
}

export class Prepared {
  readonly #options: PreparedOptions;
  readonly #statements = new Map<string, PreparedStatement>();
  readonly #portals = new Map<string, Bound>();

  constructor(options: PreparedOptions) {
    this.#options = options;
  }

  portal(name: string): Bound | undefined {
    return this.#portals.get(name);
  }

  /** Portals end with their transaction. */
  endTransaction(): void {
    this.#portals.clear();
  }

  /** Cuts a group of messages behind each Execute. */
  segments(frames: readonly Frame[]): Segment[] {
    const segments: Segment[] = [];
    let open = newDraft();
    for (const frame of frames) {
      if (!this.#take(frame, open)) continue;
      segments.push(open);
      open = newDraft();
    }
    if (open.frames.length > 0 || segments.length === 0) segments.push(open);
    return segments;
  }

  /** @returns whether the frame executes something */
  #take(frame: Frame, draft: Draft): boolean {
    switch (frame.type) {
      case 'P':
        draft.frames.push(this.#parse(frame, draft));
        return false;
      case 'B': {
        const { portal, statement } = bindMessage(frame);
        const prepared = this.#statements.get(statement) ?? null;
        remember(this.#portals, portal, {
          prepared,
          bind: frame,
          held: null,
          isSuspended: false,
        });
        break;
      }
      case 'E': {
        const { portal, maxRows } = executeMessage(frame);
        const statement = this.#portals.get(portal)?.prepared?.statement;
        if (statement != null) draft.statements.push(statement);
        draft.maxRows = Math.max(draft.maxRows, maxRows);
        draft.frames.push(frame);
        return true;
      }
      case 'C': {
        const { kind, name } = targetMessage(frame);
        (kind === 'S' ? this.#statements : this.#portals).delete(name);
      }
    }
    draft.frames.push(frame);
    return false;
  }

  #parse(frame: Frame, draft: Draft): Frame {
    const { name, sql, types } = parseMessage(frame);
    const understood = understand(sql);
    const faulty = 'fault' in understood;
    const statement = faulty || understood.length !== 1 ? null : (understood[0] ?? null);
    remember(this.#statements, name, { sql, types, statement });
    if (faulty) draft.refusal ??= syntaxRefusal(understood);
    if (statement === null) return frame;
    draft.refusal ??= statement.refusal;
    const text = (this.#options.lockless ? statement.lock?.readText : null) ?? statement.text;
    if (text === sql) return frame;
    return { type: 'P', bytes: serialize.parse({ name, text, types: [...types] }) };
  }
}

interface Draft {
  readonly statements: Statement[];
  readonly frames: Frame[];
  readonly simple: false;
  refusal: Segment['refusal'];
  maxRows: number;
  readonly unasked: 0;
}

const newDraft = (): Draft => ({
  statements: [],
  frames: [],
  simple: false,
  refusal: null,
  maxRows: 0,
  unasked: 0,
});

function remember<Value>(map: Map<string, Value>, name: string, value: Value): void {
  map.delete(name);
  map.set(name, value);
  const [oldest] = map.keys();
  if (map.size > MAX_NAMES && oldest !== undefined) map.delete(oldest);
}

/** Whether the segment may change rows or the schema. */
export const mayChange = (segment: Segment): boolean =>
  executes(segment, 'WRITE') || executes(segment, 'DDL');
