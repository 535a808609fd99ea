// Which hosts are this machine itself. What reaches no network may do without TLS, cannot be joined by
// a phone, and is a name that no stranger can give to this server.

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/** @param host a name or an address; IPv6 as it is or in brackets */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
