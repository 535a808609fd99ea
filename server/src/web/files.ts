// The built page, from memory: every file is read once, at the start, and a request can only name
// one of those. A path that leads elsewhere leads nowhere.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { IncomingMessage } from 'node:http';
import { textReply, type Reply } from './reply.ts';

/** Bytes of all files together; a build that is larger is not this project's page. */
const MAX_TOTAL_BYTES = 33_554_432;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Svelte sets style attributes; nothing but our own files is loaded or called. */
const OWN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const PAGE_POLICY = `${OWN_POLICY}; frame-ancestors 'self'`;

/**
 * What stands in other people's pages. A deck that is opened from a disk has no origin that a policy
 * could name, so who may frame the embed is not restricted at all.
 */
const FOREIGN_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/embed.html': {
    'content-security-policy': OWN_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
  },
  '/embed.js': { 'cross-origin-resource-policy': 'cross-origin' },
  '/embed-font.js': { 'cross-origin-resource-policy': 'cross-origin' },
};

export interface Files {
  /** The file at this path, "not modified", or null when there is none. */
  find(path: string, request: IncomingMessage): Reply | null;
  /** The text of the file at this path, or null when there is none. */
  read(path: string): string | null;
}

/** @param folder of the built page; it may be missing. @throws RangeError when it is too large */
export async function openFiles(folder: string): Promise<Files> {
  const replies = new Map<string, Reply>();
  let totalBytes = 0;
  for (const file of await listFiles(folder)) {
    const body = await readFile(file);
    totalBytes += body.byteLength;
    if (totalBytes > MAX_TOTAL_BYTES) {
      throw new RangeError(`${folder} holds more than ${MAX_TOTAL_BYTES} bytes`);
    }
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    replies.set(path, fileReply(path, body));
  }
  const page =
    replies.get('/index.html') ?? textReply(503, 'The page is not built; run npm start.');
  replies.set('/', page);
  return {
    find: (path, request) => unlessKnown(replies.get(path) ?? null, request),
    read: (path) => replies.get(path)?.body.toString() ?? null,
  };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    // Names that begin with a dot are notes of the builder to itself.
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function fileReply(path: string, body: Buffer): Reply {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return {
    status: 200,
    type,
    body,
    headers: {
      etag: entityTag(body),
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(extname(path) === '.html' ? { 'content-security-policy': PAGE_POLICY } : {}),
      ...FOREIGN_HEADERS[path],
    },
  };
}

/** The builder puts a hash of the content into the name of what it puts here. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);
}

export function entityTag(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** The reply, or "not modified" when the caller has this very content. */
export function unlessKnown(reply: Reply | null, request: IncomingMessage): Reply | null {
  const tag = reply?.headers?.['etag'];
  const known = request.headers['if-none-match'];
  if (reply === null || tag === undefined || known === undefined) return reply;
  // A proxy that compresses calls the tag weak, and a cache may know several.
  const tags = known.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) ? { ...reply, status: 304, body: '' } : reply;
}
