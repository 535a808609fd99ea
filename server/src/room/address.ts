// The address that a phone joins at, and why it may not work. Pure: of what the server listens on and
// the network addresses of this machine.
import { isLoopback } from '../loopback.ts';

interface JoinAddress {
  readonly joinUrl: string;
  /** Why phones cannot reach it, in words; null when they can, as far as this machine knows. */
  readonly note: string | null;
}

/** One entry of os.networkInterfaces(). */
interface NetworkAddress {
  readonly address: string;
  readonly family: string;
  readonly internal: boolean;
}
type NetworkInterfaces = Readonly<Record<string, readonly NetworkAddress[] | undefined>>;

const EVERY_ADDRESS: readonly string[] = ['0.0.0.0', '::'];
/** Networks inside this machine: bridges of containers and of virtual machines. */
const INSIDE = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|bridge)/;

/**
 * @param publicOrigin the origin that was configured for people; null: none
 * @param host what the server was told to listen on; @param url where it can be found from here
 */
export function joinAddress(
  { publicOrigin, host, url }: { publicOrigin: string | null; host: string; url: string },
  interfaces: NetworkInterfaces,
): JoinAddress {
  if (publicOrigin !== null) return { joinUrl: joinAt(publicOrigin), note: null };
  if (isLoopback(host)) {
    const note = `Phones cannot reach ${host}: start with HOST=0.0.0.0`;
    return { joinUrl: joinAt(url), note };
  }
  if (!EVERY_ADDRESS.includes(host)) return { joinUrl: joinAt(url), note: null };
  const address = networkAddress(interfaces);
  if (address !== null) return { joinUrl: joinAt(withHost(url, address)), note: null };
  const note =
    'This machine has no network address that phones could reach: set WORLDSEAT_PUBLIC_ORIGIN';
  return { joinUrl: joinAt(url), note };
}

/** The first IPv4 address that belongs to a network outside, or null. */
function networkAddress(interfaces: NetworkInterfaces): string | null {
  const names = Object.keys(interfaces).sort(
    (a, b) => Number(INSIDE.test(a)) - Number(INSIDE.test(b)),
  );
  for (const name of names) {
    const found = interfaces[name]?.find(
      ({ family, internal, address }) =>
        family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    );
    if (found !== undefined) return found.address;
  }
  return null;
}

function withHost(url: string, host: string): string {
  const changed = new URL(url);
  changed.hostname = host;
  return changed.origin;
}

const joinAt = (origin: string): string => `${origin.replace(/\/$/, '')}/join`;
