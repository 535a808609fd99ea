// The page's documents against the schema that the server prints, and their types against both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, specifiedRules, validate, type DocumentNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import * as news from './news.ts';
import * as orders from './orders.ts';
import * as questions from './questions.ts';
import * as roomTickets from './room-tickets.ts';
import * as room from './room.ts';

const CLIENT = join(import.meta.dirname, '..', '..');
const schema = buildSchema(readFileSync(join(CLIENT, '..', 'schema', 'schema.graphql'), 'utf8'));
const documents: [string, DocumentNode][] = Object.entries({
  ...{ ...questions, ...orders, ...news },
  ...{ ...room, ...roomTickets },
});

describe('documents', () => {
  test.each(documents)('%s is valid against schema.graphql', (_, document) => {
    expect(validate(schema, document, specifiedRules)).toEqual([]);
  });

  test('the generated types are those of schema.graphql', () => {
    const folder = mkdtempSync(join(tmpdir(), 'worldseat-types-'));
    try {
      const output = join(folder, 'graphql-env.d.ts');
      const generator = join(CLIENT, 'node_modules', 'gql.tada', 'bin', 'cli.js');
      const settings = ['-c', join(CLIENT, 'tsconfig.json'), '-o', output];
      execFileSync(process.execPath, [generator, 'generate-output', ...settings]);
      const committed = readFileSync(join(import.meta.dirname, 'graphql-env.d.ts'), 'utf8');
      expect(plain(committed)).toBe(plain(readFileSync(output, 'utf8')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Without what a formatter may change. */
function plain(text: string): string {
  return text.replaceAll(/[\s;,]+/g, ' ').trim();
}
