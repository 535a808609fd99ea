// Whether this server lives (/healthz: it answers at all) and whether it should be sent work
// (/readyz: every engine answers, and it is not starting or shutting down).
import type { Services } from '@worldseat/schema/services';

/** An engine that has not answered by then counts as not ready. */
const ENGINE_TIMEOUT_MS = 2_000;

export interface Readiness {
  readonly ready: boolean;
  /** By engine id. Empty while the server itself is not ready. */
  readonly engines: Readonly<Record<string, boolean>>;
}

/** Asks every engine at once. Callers that come while it asks share the answer. */
export function openReadiness(
  services: Pick<Services, 'engines' | 'engineReady'>,
  timeoutMs: number = ENGINE_TIMEOUT_MS,
): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null;
  return () => {
    asking ??= askEngines(services, timeoutMs).finally(() => {
      asking = null;
    });
    return asking;
  };
}

async function askEngines(
  services: Pick<Services, 'engines' | 'engineReady'>,
  timeoutMs: number,
): Promise<Readiness> {
  const answers = await Promise.all(
    services.engines().map(async ({ id }): Promise<[string, boolean]> => {
      return [id, await withTimeout(services.engineReady(id), timeoutMs)];
    }),
  );
  return { ready: answers.every(([, ready]) => ready), engines: Object.fromEntries(answers) };
}

/** False when the answer fails or does not come in time. */
function withTimeout(answer: Promise<boolean>, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    answer.then(resolve, () => resolve(false)).finally(() => clearTimeout(timer));
  });
}
