// The first line: what was run, on what, and the hash of the file. Keys are always written in one
// order, so that equal histories are equal byte by byte.
import { DEPLOYMENTS, SCENARIOS, STRATEGIES, type SaleRule } from '../../domain/index.ts';
import { HistoryFault } from '../fault.ts';
import { Fields, isNumber } from '../fields.ts';
import { HISTORY_FORMAT, HISTORY_VERSION, type HistoryHeader } from '../types.ts';

/** The header as JSON, with an empty hash. */
export function writeHeader({ burst, engine, software, ...header }: HistoryHeader): string {
  return JSON.stringify({
    format: HISTORY_FORMAT,
    version: HISTORY_VERSION,
    sha256: '',
    burst: {
      id: burst.id,
      scenario: burst.scenario,
      strategy: burst.strategy,
      seed: burst.seed,
      buyers: burst.buyers,
      seatId: burst.seatId,
      round: burst.round,
      startedAt: burst.startedAt,
    },
    engine: {
      id: engine.id,
      name: engine.name,
      consistency: engine.consistency,
      deployment: engine.deployment,
      components: engine.components,
      regions: engine.regions,
    },
    settings: Object.fromEntries(Object.entries(header.settings).sort(byKey)),
    software: { worldseat: software.worldseat, node: software.node },
    venue: header.venue,
    rule: header.rule === null ? null : { seatsPerFan: header.rule.seatsPerFan },
  });
}

const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : 1;

export interface ReadHeader {
  readonly header: HistoryHeader;
  /** As stated; whether it is true is for the reader of the whole file to find out. */
  readonly sha256: string;
}

/** @throws HistoryFault NOT_A_HISTORY, UNKNOWN_VERSION, MALFORMED */
export function readHeader(text: string): ReadHeader {
  const fields = firstLine(text);
  if (fields.whole('version') !== HISTORY_VERSION) {
    const found = fields.whole('version');
    throw new HistoryFault('UNKNOWN_VERSION', 1, `"version" to be ${HISTORY_VERSION}`, found);
  }
  const software = fields.inner('software');
  const header = {
    burst: readBurst(fields.inner('burst')),
    engine: readEngine(fields.inner('engine')),
    settings: readSettings(fields.inner('settings')),
    software: { worldseat: software.text('worldseat'), node: software.text('node') },
    venue: fields.text('venue'),
    rule: readRule(fields),
  };
  return { header, sha256: fields.text('sha256') };
}

function firstLine(text: string): Fields {
  const expected = `a header: {"format":"${HISTORY_FORMAT}","version":${HISTORY_VERSION},…}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HistoryFault('NOT_A_HISTORY', 1, expected, text);
  }
  const isHeader =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === HISTORY_FORMAT;
  if (!isHeader) throw new HistoryFault('NOT_A_HISTORY', 1, expected, text);
  return new Fields(value, 1);
}

function readBurst(fields: Fields): HistoryHeader['burst'] {
  return {
    id: fields.text('id'),
    scenario: fields.oneOf('scenario', SCENARIOS),
    strategy: fields.oneOf('strategy', STRATEGIES),
    seed: fields.whole('seed'),
    buyers: fields.whole('buyers'),
    seatId: fields.textOrNull('seatId'),
    round: fields.whole('round'),
    startedAt: fields.moment('startedAt'),
  };
}

function readEngine(fields: Fields): HistoryHeader['engine'] {
  return {
    id: fields.text('id'),
    name: fields.text('name'),
    consistency: fields.text('consistency'),
    deployment: fields.oneOf('deployment', DEPLOYMENTS),
    components: fields.text('components'),
    regions: fields.texts('regions'),
  };
}

function readSettings(fields: Fields): HistoryHeader['settings'] {
  const entries = fields.entries().map(([key, value]): [string, string | number] => {
    if (typeof value === 'string' || isNumber(value)) return [key, value];
    return fields.refuse(key, 'a string or a number', value);
  });
  return Object.fromEntries(entries);
}

function readRule(fields: Fields): SaleRule | null {
  if (fields.isNull('rule')) return null;
  return { seatsPerFan: fields.inner('rule').whole('seatsPerFan') };
}
