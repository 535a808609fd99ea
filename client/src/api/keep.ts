// A subscription that is kept: when the server ends it or refuses it, it is asked for again after a
// pause, until it is closed. It gives no promise about what was missed in between.
import type { TypedDocumentNode } from '@urql/core';
import type { Api } from './client.ts';

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 8_000;

export interface KeptSubscription<Data> {
  readonly onData: (data: Data) => void;
  /** A sentence when it was refused or ended; null when news arrives again. */
  readonly onTrouble: (trouble: string | null) => void;
}

/** Returns its own end. */
export function keepSubscribed<Data, Variables extends Record<string, unknown>>(
  api: Api,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { onData, onTrouble }: KeptSubscription<Data>,
): () => void {
  let pauseMs = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: () => void = () => undefined;
  const start = (): void => {
    end = api.subscribe(document, variables, receive, again);
  };
  const receive = (data: Data): void => {
    if (pauseMs !== FIRST_PAUSE_MS) onTrouble(null);
    pauseMs = FIRST_PAUSE_MS;
    onData(data);
  };
  const again = (reason: string): void => {
    onTrouble(reason);
    timer = setTimeout(start, pauseMs);
    pauseMs = Math.min(MAX_PAUSE_MS, pauseMs * 2);
  };
  start();
  return () => {
    clearTimeout(timer);
    end();
  };
}
