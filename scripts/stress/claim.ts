// What the bursts of a run come to: the claim of this project is that the very same purchase sells
// no seat twice on dsql, and does on dynamodb. Pure. What is not known shows nothing.
export interface Line {
  readonly engine: { readonly id: string };
  readonly state: string;
  readonly reconciled: boolean | null;
  readonly scoreboard: {
    readonly confirmed: number;
    readonly oversold: number;
    readonly failed: number;
    readonly indeterminate: number;
    readonly maxRetries: number;
    readonly elapsedMs: number;
    readonly p50Ms: number | null;
    readonly p99Ms: number | null;
  };
}

export interface Claim {
  readonly isShown: boolean;
  /** What speaks against it, or was not tried; none when all is well. */
  readonly words: readonly string[];
}

export const isSettled = ({ state, reconciled }: Line): boolean =>
  state === 'SETTLED' && reconciled === true;

export function checkClaim(lines: readonly Line[]): Claim {
  const dsql = oversoldOn('dsql', lines);
  const dynamodb = oversoldOn('dynamodb', lines);
  const open = lines.filter((line) => !isSettled(line)).length;
  const against = [
    ...(open > 0
      ? [`The claim is not shown: ${open} of ${lines.length} bursts did not settle.`]
      : []),
    ...(dsql !== null && dsql > 0 ? [`The claim fails: dsql sold ${dsql} tickets too many.`] : []),
    ...(dynamodb === 0 ? ['The claim fails: dynamodb never oversold.'] : []),
    ...(dsql === null && dynamodb === null
      ? ['The claim is not shown: neither engine is here.']
      : []),
  ];
  const untried = [
    ...(dsql === null ? ['dsql is not on this server: its half of the claim was not tried.'] : []),
    ...(dynamodb === null
      ? ['dynamodb is not on this server: its half of the claim was not tried.']
      : []),
  ];
  return { isShown: against.length === 0, words: [...against, ...untried] };
}

/** Null: it had no burst. */
function oversoldOn(id: string, lines: readonly Line[]): number | null {
  const own = lines.filter(({ engine }) => engine.id === id);
  if (own.length === 0) return null;
  return own.reduce((sum, { scoreboard }) => sum + scoreboard.oversold, 0);
}
