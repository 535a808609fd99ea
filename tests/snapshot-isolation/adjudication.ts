// Which two transactions may not both commit when neither saw the other: the conflict matrix of
// Aurora DSQL, row by row of the data.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html

/** What a transaction did to one key, as the matrix sorts it. */
export type Claim =
  /** INSERT, DELETE, UPDATE of key columns, FOR UPDATE. */
  | 'WHOLE_ROW'
  /** UPDATE of other columns. */
  | 'VALUES'
  /** FOR KEY SHARE. */
  | 'KEY_SHARE';

const MATRIX: Readonly<Record<Claim, readonly Claim[]>> = {
  WHOLE_ROW: ['WHOLE_ROW', 'VALUES', 'KEY_SHARE'],
  VALUES: ['WHOLE_ROW', 'VALUES'],
  KEY_SHARE: ['WHOLE_ROW'],
};

const STRENGTH: Readonly<Record<Claim, number>> = { KEY_SHARE: 1, VALUES: 2, WHOLE_ROW: 3 };

/** Claims of one transaction: the strongest per key. What a weaker one conflicts with, it does. */
export type Claims = ReadonlyMap<number, Claim>;

export const conflicts = (one: Claim, other: Claim): boolean => MATRIX[one].includes(other);

export function stronger(one: Claim | undefined, other: Claim): Claim {
  return one !== undefined && STRENGTH[one] >= STRENGTH[other] ? one : other;
}

/** The keys on which two transactions conflict. */
export function contested(one: Claims, other: Claims): number[] {
  return [...one].flatMap(([key, claim]) => {
    const theirs = other.get(key);
    return theirs !== undefined && conflicts(claim, theirs) ? [key] : [];
  });
}
