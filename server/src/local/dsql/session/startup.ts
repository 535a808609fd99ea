// What PostgreSQL is told when a client's connection begins: its role, the settings it may bring,
// and those of the gateway's.
import type { Arrival } from '../admission/index.ts';
import { isSettable } from '../language/index.ts';
import type { Refusal } from '../wire/write.ts';
import type { ConflictMode } from './context.ts';

export type Admitted = Extract<Arrival, { kind: 'ADMITTED' }>;

/** Understood by the gateway itself, or always so. */
const IGNORED = ['user', 'database', 'client_encoding'];

/** What is wrong with the settings, or null. */
export function refusedParameter(parameters: Readonly<Record<string, string>>): Refusal | null {
  for (const [name, value] of Object.entries(parameters)) {
    const known = name.toLowerCase();
    if (IGNORED.includes(known) || isSettable(known)) continue;
    if (known === 'options' && value.trim() === '') continue;
    const message = `setting configuration parameter "${name}" not supported`;
    return { code: '0A000', message };
  }
  return null;
}

// With native conflicts a client that thinks holds its rows: others wait this long, then lose.
const OPTIONS: Readonly<Record<ConflictMode, string>> = {
  commit: '-c idle_in_transaction_session_timeout=0',
  native: '-c lock_timeout=500ms -c idle_in_transaction_session_timeout=5s',
};

export function backendStartup(
  { user, database, parameters }: Admitted,
  conflicts: ConflictMode,
): Record<string, string> {
  const brought = Object.entries(parameters).filter(
    ([name]) => isSettable(name) && !IGNORED.includes(name.toLowerCase()),
  );
  return { user, database, options: OPTIONS[conflicts], ...Object.fromEntries(brought) };
}
