// Names of types as PostgreSQL displays them, and which of its own types Aurora DSQL has no columns
// of. A name that is not PostgreSQL's is left to it: it may be a domain.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-supported-data-types.html
import type { TypeName } from 'libpg-query';
import { nameParts } from './survey.ts';

const DISPLAYED: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'character varying',
  bpchar: 'character',
  varbit: 'bit varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
};

const UNSUPPORTED: ReadonlySet<string> = new Set([
  ...['money', 'xml', 'inet', 'cidr', 'macaddr', 'macaddr8', 'bit', 'varbit', 'jsonpath'],
  ...['point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'tsvector', 'tsquery'],
  ...['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'],
  ...['int4multirange', 'int8multirange', 'nummultirange', 'tsmultirange', 'tstzmultirange'],
  ...['datemultirange', 'pg_lsn', 'pg_snapshot', 'txid_snapshot'],
]);

const SERIAL = /^(small|big)?serial$|^serial[248]$/;

/** Without schema, as the parser names it: int4, varchar, … */
export const internalName = (type: TypeName): string => nameParts(type.names).at(-1) ?? '';

/** integer, character varying, text[], … */
export function displayedName(type: TypeName): string {
  const name = internalName(type);
  return (DISPLAYED[name] ?? name) + '[]'.repeat(isArray(type) ? 1 : 0);
}

export const isSerial = (type: TypeName): boolean => SERIAL.test(internalName(type));

export const isSupported = (type: TypeName): boolean =>
  !isArray(type) && !UNSUPPORTED.has(internalName(type));

const isArray = ({ arrayBounds }: TypeName): boolean => (arrayBounds ?? []).length > 0;

/** char(n) and varchar(n): the n; null: none is given. */
export function declaredLength(type: TypeName): number | null {
  const [modifier] = type.typmods ?? [];
  if (modifier === undefined || !('A_Const' in modifier)) return null;
  return modifier.A_Const.ival?.ival ?? null;
}
