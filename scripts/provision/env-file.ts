// Our settings in the user's .env: one block between two comment lines that say who wrote it. Other
// lines are never touched, and the file is replaced whole or not at all. Pure but for the last two.
import {
  chmodSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { parseEnv } from 'node:util';
import { ProvisionFault } from './fault.ts';

export interface Block {
  /** Such as: dsql worldseat. */
  readonly title: string;
  /** Names this set-up from its first call to its end; client tokens are made of it. */
  readonly generation: string;
  readonly settings: Readonly<Record<string, string>>;
}

const opening = (title: string) => `# >>> provision ${title}, generation `;
const closing = (title: string) => `# <<< provision ${title}`;
const REMARK = ' (written by npm run provision, removed by its destroy)';

/** @returns null when there is no such block. @throws ProvisionFault when it has no end */
export function readBlock(text: string, title: string): Block | null {
  const found = findBlock(text.split('\n'), title);
  if (found === null) return null;
  const [head = '', ...rest] = found.lines;
  const generation = head.slice(opening(title).length).split(' ')[0] ?? '';
  const settings = parseEnv(rest.join('\n')) as Record<string, string>;
  return { title, generation, settings };
}

/** With the block in place of its older self, else at the end: there it wins over lines before it. */
export function withBlock(text: string, block: Block): string {
  const before = withoutBlock(text, block.title);
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const lines = [
    `${opening(block.title)}${block.generation}${REMARK}`,
    ...Object.entries(block.settings).map(([name, value]) => `${name}=${value}`),
    closing(block.title),
  ];
  return `${before}${gap}${lines.join('\n')}\n`;
}

export function withoutBlock(text: string, title: string): string {
  const lines = text.split('\n');
  const found = findBlock(lines, title);
  if (found === null) return text;
  return [...lines.slice(0, found.start), ...lines.slice(found.end + 1)].join('\n');
}

export function isSame(a: Block['settings'], b: Block['settings']): boolean {
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => a[name] === b[name]);
}

/** Names that other lines of the file set too: the later line wins. */
export function setElsewhere(text: string, { title, settings }: Block): readonly string[] {
  const others = parseEnv(withoutBlock(text, title)) as Record<string, string>;
  return Object.keys(settings).filter((name) => others[name] !== undefined);
}

function findBlock(lines: readonly string[], title: string) {
  const start = lines.findIndex((line) => line.startsWith(opening(title)));
  if (start === -1) return null;
  const end = lines.findIndex((line, index) => index > start && line === closing(title));
  if (end !== -1) return { start, end, lines: lines.slice(start, end) };
  throw new ProvisionFault(
    'ENV_FILE',
    `The block "${lines[start] ?? ''}" has no end; add the line "${closing(title)}" behind it.`,
  );
}

/** @returns an empty text when there is no such file. @throws ProvisionFault */
export function readEnvFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProvisionFault('ENV_FILE', `${path} cannot be read: ${reason}`, { cause: error });
  }
}

/** Keeps the file's mode, and a link to it; a new file is for its owner only. @throws ProvisionFault */
export function writeEnvFile(path: string, text: string): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    const target = before === undefined ? path : realpathSync(path);
    const temporary = `${target}.${process.pid}.new`;
    writeFileSync(temporary, text, { mode: 0o600, flush: true });
    if (before !== undefined) chmodSync(temporary, before.mode);
    renameSync(temporary, target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProvisionFault('ENV_FILE', `${path} cannot be written: ${reason}`, { cause: error });
  }
}
