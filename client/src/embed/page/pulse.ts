// Whether the server is still there. A socket whose other end was unplugged stays open for minutes;
// an audience waits two seconds. Only an unanswered question counts: a page in the background asks
// seldom, and that is no silence of the server.

const PAUSE_MS = 500;
/** A server that is busy for longer is told by its news that it is alive. */
const ANSWER_LIMIT_MS = 1_000;

export interface Pulse {
  /** Something else was heard of the server. */
  heard(): void;
  close(): void;
}

/** @param onChange told at every change; the server counts as there at the beginning */
export function openPulse(url: string, onChange: (isThere: boolean) => void): Pulse {
  let isThere = true;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let waits = false;
  const tell = (next: boolean): void => {
    if (closed || next === isThere) return;
    isThere = next;
    onChange(next);
  };
  const startLimit = (): void => {
    clearTimeout(limit);
    limit = setTimeout(() => tell(false), ANSWER_LIMIT_MS);
  };
  const ask = async (): Promise<void> => {
    waits = true;
    startLimit();
    const answer = await fetch(url, { cache: 'no-store' }).catch(() => null);
    waits = false;
    clearTimeout(limit);
    tell(answer?.ok === true);
    if (!closed) pause = setTimeout(() => void ask(), PAUSE_MS);
  };
  void ask();
  return {
    heard: () => {
      if (waits) startLimit();
    },
    close() {
      closed = true;
      waits = false;
      clearTimeout(limit);
      clearTimeout(pause);
    },
  };
}
