// What has been read of a history so far: one reader for each kind of line. Answers wait as they
// are until every order is known.
import type { RegionTable, Release, Sale, Scope } from '../domain/index.ts';
import { HistoryFault } from './fault.ts';
import type { Fields } from './fields.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { readCall, type Call } from './lines/call.ts';
import { readLedger, readSale, type LedgerLine } from './lines/ledger.ts';
import { readMarker } from './lines/notes.ts';
import { readRelease } from './lines/release.ts';
import { readScope } from './lines/scope.ts';
import { readTable } from './lines/table.ts';
import type { Marker } from './types.ts';

const LINE_KINDS = [
  'scope',
  'call',
  'return',
  'seen',
  'release',
  'marker',
  'ledger',
  'sale',
  'table',
  'hole',
  'end',
] as const;
type LineKind = (typeof LINE_KINDS)[number];

/** Kinds that this version does not know and that are told of one by one. */
const MAX_UNKNOWN_KINDS = 20;

export interface Parts {
  scope: Scope | null;
  /** Both by the number of the order. */
  readonly calls: Map<number, Call>;
  readonly returns: Map<number, Fields>;
  readonly releases: Release[];
  readonly markers: Marker[];
  ledger: LedgerLine | null;
  readonly sales: Sale[];
  readonly tables: RegionTable[];
  /** Of all tables. */
  tableRows: number;
  readonly holes: string[];
  /** Kinds of lines that this version does not know, each with its first line. */
  readonly unknown: Map<string, number>;
  /** How many lines the file should have; null: no line has said so. */
  statedLines: number | null;
}

export function noParts(): Parts {
  return {
    scope: null,
    calls: new Map(),
    returns: new Map(),
    releases: [],
    markers: [],
    ledger: null,
    sales: [],
    tables: [],
    tableRows: 0,
    holes: [],
    unknown: new Map(),
    statedLines: null,
  };
}

/** @throws HistoryFault when the line is not what its kind must be */
export function addLine(parts: Parts, fields: Fields): void {
  const name = fields.text('line');
  const kind = LINE_KINDS.find((known) => known === name);
  if (kind !== undefined) ADDERS[kind](parts, fields);
  else if (!parts.unknown.has(name) && parts.unknown.size < MAX_UNKNOWN_KINDS) {
    parts.unknown.set(name, fields.line);
  }
}

const ADDERS: Readonly<Record<LineKind, (parts: Parts, fields: Fields) => void>> = {
  scope: (parts, fields) => {
    if (parts.scope !== null) fields.refuse('line', 'the only one of its kind', 'scope');
    // A table is read by the scope before it.
    if (parts.tables.length > 0) fields.refuse('line', 'before every table', 'scope');
    parts.scope = readScope(fields);
  },
  call: ({ calls }, fields) => {
    const call = readCall(fields);
    if (calls.has(call.number)) fields.refuse('order', 'a number of its own', call.number);
    calls.set(call.number, call);
  },
  return: ({ returns }, fields) => {
    const number = fields.whole('order');
    if (returns.has(number)) fields.refuse('order', 'one without a return yet', number);
    returns.set(number, fields);
  },
  // Worked out from the returns, for those who replay the file.
  seen: () => undefined,
  release: ({ releases }, fields) => void releases.push(readRelease(fields)),
  marker: ({ markers }, fields) => void markers.push(readMarker(fields)),
  ledger: (parts, fields) => {
    if (parts.ledger !== null) fields.refuse('line', 'the only one of its kind', 'ledger');
    parts.ledger = readLedger(fields);
  },
  sale: ({ sales }, fields) => void sales.push(readSale(fields)),
  table: addTable,
  hole: ({ holes }, fields) => void holes.push(fields.text('words')),
  end: (parts, fields) => {
    parts.statedLines = fields.whole('lines');
  },
};

function addTable(parts: Parts, fields: Fields): void {
  const { tables, tableRows } = HISTORY_LIMITS;
  if (parts.tables.length >= tables) {
    throw new HistoryFault('TOO_LARGE', fields.line, `at most ${tables} seats tables`);
  }
  const table = readTable(fields, parts.scope, tableRows - parts.tableRows);
  if ('rows' in table) parts.tableRows += table.rows.length;
  parts.tables.push(table);
}
