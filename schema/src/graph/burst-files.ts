// The files of a burst that can be fetched: its history, and the same for other checkers.
import type { ExportFormat } from '../history/index.ts';
import { builder } from './builder.ts';

type Format = 'ndjson' | ExportFormat;

interface BurstFile {
  readonly format: Format;
  readonly href: string;
}

const PURPOSES: Readonly<Record<Format, string>> = {
  ndjson: 'The history itself: replays, and judges again without a server (npm run witness).',
  edn: 'For Jepsen: operations as EDN.',
  'elle.json': 'For elle-cli: transactions as JSON.',
  'ops.jsonl': 'For Porcupine and its like: one operation a line, call and return in nanoseconds.',
};

const FORMATS = Object.keys(PURPOSES) as Format[];

export const BurstFileRef = builder.objectRef<BurstFile>('BurstFile').implement({
  description: 'A burst as a file.',
  fields: (t) => ({
    format: t.exposeString('format', { description: `One of ${FORMATS.join(', ')}.` }),
    href: t.exposeString('href', { description: 'Where to fetch it, on this server.' }),
    purpose: t.string({
      description: 'What it is for.',
      resolve: ({ format }) => PURPOSES[format],
    }),
  }),
});

export const filesOf = (burstId: string): readonly BurstFile[] =>
  FORMATS.map((format) => ({ format, href: `/bursts/${encodeURIComponent(burstId)}.${format}` }));
