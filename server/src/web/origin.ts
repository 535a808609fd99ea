// Who may talk to this server from a browser. A foreign page must not reach it, neither by its own
// Origin nor under a foreign name that resolves to this machine (DNS rebinding). Programs that are
// not browsers send no Origin and pass.
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../loopback.ts';

export interface OriginPolicy {
  /** The address that the server was told to listen on. */
  readonly host: string;
  /** What else it is called: where a proxy serves it, and what people are told to open. */
  readonly publicOrigins: readonly string[];
}

/** What a request says of who sends it, and the local address that it reached. */
export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly localAddress: string | undefined;
}

export function callerOf({ headers, socket }: IncomingMessage): Caller {
  return { host: headers.host, origin: headers.origin, localAddress: socket.localAddress };
}

/** Why this caller is refused, in words; null when it may pass. */
export function refuseOrigin(caller: Caller, policy: OriginPolicy): string | null {
  const { host = '', origin, localAddress } = caller;
  const name = readOrigin(`http://${host}`);
  if (name === null || !isOwnName(name, policy, localAddress)) {
    return `This server does not answer to the name "${printable(host)}".`;
  }
  if (origin === undefined || isOwnPage(origin, name, policy)) return null;
  return `Pages of "${printable(origin)}" may not use this server.`;
}

function isOwnName(name: URL, policy: OriginPolicy, localAddress: string | undefined): boolean {
  if (isThisMachine(name)) return true;
  if (policy.publicOrigins.some((origin) => name.host === new URL(origin).host)) return true;
  // Listening on every address, it may be called by the one that this connection reached.
  const reached = localAddress?.replace(/^::ffff:/, '') ?? '';
  return name.hostname === inUrl(policy.host) || name.hostname === inUrl(reached);
}

/** Of the name that was called, of another port of this machine, or of the public origin. */
function isOwnPage(origin: string, name: URL, policy: OriginPolicy): boolean {
  const page = readOrigin(origin);
  if (page === null) return false;
  if (page.host === name.host || policy.publicOrigins.includes(page.origin)) return true;
  return isThisMachine(page) && isThisMachine(name);
}

/** Browsers take names under localhost for this machine as well. */
function isThisMachine({ hostname }: URL): boolean {
  return isLoopback(hostname) || hostname.endsWith('.localhost');
}

/** The value as a URL if it is an http(s) origin and nothing else. */
function readOrigin(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  return url.href === `${url.origin}/` ? url : null;
}

/** A host as URL.hostname shows it: IPv6 in brackets. */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase();
}

function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
