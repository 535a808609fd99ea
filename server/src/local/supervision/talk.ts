// What a parent and a child process say to each other over Node's IPC. What a child is told, asked
// and answers is its own affair, as plain data; the frame around it is the same for all.

/** The four kinds of plain data that one sort of child process deals in. */
export interface Talk {
  /** What it needs to start. */
  readonly start: unknown;
  /** What it says when it is ready. */
  readonly ready: unknown;
  readonly question: unknown;
  readonly answer: unknown;
}

export type ToChild<T extends Talk> =
  | { readonly type: 'start'; readonly settings: T['start'] }
  | { readonly type: 'question'; readonly id: number; readonly question: T['question'] }
  | { readonly type: 'stop' };

export type FromChild<T extends Talk> =
  | { readonly type: 'ready'; readonly ready: T['ready'] }
  /** It ends. code: of the error, such as EADDRINUSE; null where it has none. */
  | { readonly type: 'failed'; readonly reason: string; readonly code: string | null }
  | { readonly type: 'answer'; readonly id: number; readonly answer: T['answer'] }
  | { readonly type: 'refusal'; readonly id: number; readonly reason: string }
  | { readonly type: 'fault'; readonly message: string };

/** Told to stop, a child gives what is under way this long to end. */
export const CLOSE_LIMIT_MS = 2_000;

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
