// The block in the user's .env: what is written can be read by Node, and removing it leaves the file
// as it was.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import {
  readBlock,
  readEnvFile,
  setElsewhere,
  withBlock,
  withoutBlock,
  writeEnvFile,
} from './env-file.ts';
import { ProvisionFault } from './fault.ts';

const BLOCK = {
  title: 'dsql worldseat',
  generation: 'g-1',
  settings: { DSQL_ENDPOINTS: 'us-east-1=a.example:5432,us-east-2=b.example' },
};
const THEIRS = '# mine\nPORT=5000\n\nSECRET="a # b"\n';

describe('the block in the .env', () => {
  it.each([[''], [THEIRS], ['PORT=5000']])(
    'after %j is read by Node, and leaves no trace',
    (text) => {
      const written = withBlock(text, BLOCK);
      expect(parseEnv(written)).toEqual({ ...parseEnv(text), ...BLOCK.settings });
      expect(readBlock(written, BLOCK.title)).toEqual(BLOCK);
      expect(written.startsWith(text)).toBe(true);
      expect(withoutBlock(written, BLOCK.title).trimEnd()).toBe(text.trimEnd());
    },
  );

  it('is replaced, not repeated; other blocks and lines after it stay', () => {
    const other = { ...BLOCK, title: 'dsql worldseat-2', generation: 'g-2' };
    const first = `${withBlock(withBlock(THEIRS, BLOCK), other)}LAST=1\n`;
    const next = { ...BLOCK, settings: { DSQL_ENDPOINTS: 'us-east-1=c.example' } };
    const second = withBlock(first, next);
    expect(readBlock(second, BLOCK.title)).toEqual(next);
    expect(readBlock(second, other.title)).toEqual(other);
    expect(second.match(/# >>> provision dsql worldseat,/g)).toHaveLength(1);
    expect(withoutBlock(withoutBlock(second, BLOCK.title), other.title)).toBe(`${THEIRS}LAST=1\n`);
  });

  it('tells which of its names other lines set too, and wins over those before it', () => {
    const text = withBlock('DSQL_ENDPOINTS=old\n', BLOCK);
    expect(setElsewhere(text, BLOCK)).toEqual(['DSQL_ENDPOINTS']);
    expect(parseEnv(text)).toEqual(BLOCK.settings);
  });

  it('without its end is refused rather than guessed', () => {
    const cut = withBlock('', BLOCK).split('\n').slice(0, 2).join('\n');
    expect(() => readBlock(cut, BLOCK.title)).toThrow(ProvisionFault);
    expect(() => withoutBlock(cut, BLOCK.title)).toThrow(/has no end/);
  });
});

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-env-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is its owner’s when new, keeps its mode and the link to it when not', () => {
    const path = join(folder, '.env');
    expect(readEnvFile(path)).toBe('');
    writeEnvFile(path, 'A=1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o640);
    const link = join(folder, 'link');
    symlinkSync(path, link);
    writeEnvFile(link, 'A=2\n');
    expect(readFileSync(path, 'utf8')).toBe('A=2\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(() => writeEnvFile(join(folder, 'no', 'folder'), '')).toThrow(ProvisionFault);
  });
});
