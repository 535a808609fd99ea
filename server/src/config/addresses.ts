// The words of settings that name Regions and hosts. Pure.
import { isIPv6 } from 'node:net';
import type { Settings } from './settings.ts';

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const HOST =
  /^(?<host>\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?)(?::(?<port>\d{1,5}))?$/;

export interface HostAddress {
  readonly host: string;
  readonly port: number;
}

/** "us-east-1,us-east-2" as a list without repeats. @param max of a list */
export function readRegions(settings: Settings, name: string, max: number): readonly string[] {
  const given = settings.text(name, '');
  const regions = given.split(',').map((region) => region.trim());
  const isGood = regions.every((region) => REGION.test(region)) && !hasRepeats(regions);
  if (isGood && regions.length <= max) return regions;
  const wanted =
    max === 1
      ? 'name a Region as in us-east-1'
      : `list 1 to ${max} different Regions as in us-east-1,us-east-2`;
  settings.refuse(`${name} must ${wanted}, not "${given}".`);
  return [];
}

/**
 * "us-east-1=VALUE,us-east-2=VALUE" as pairs, in that order.
 * @param example of a value, for the message
 */
export function readByRegion(
  settings: Settings,
  name: string,
  max: number,
  example: string,
): readonly (readonly [region: string, value: string])[] {
  const given = settings.text(name, '');
  const pairs = given.split(',').map((pair) => {
    const [region = '', ...value] = pair.split('=');
    return [region.trim(), value.join('=').trim()] as const;
  });
  const isGood = pairs.every(([region, value]) => REGION.test(region) && value !== '');
  if (isGood && !hasRepeats(pairs.map(([region]) => region)) && pairs.length <= max) return pairs;
  settings.refuse(
    `${name} must name 1 to ${max} different Regions as in us-east-1=${example}, not "${given}".`,
  );
  return [];
}

/** "host", "host:port", "[::1]:port"; null when it is none of them. */
export function parseHost(text: string, defaultPort: number): HostAddress | null {
  const { host, port } = HOST.exec(text)?.groups ?? {};
  if (host === undefined) return null;
  const number = port === undefined ? defaultPort : Number(port);
  if (number < 1 || number > 65_535) return null;
  if (!host.startsWith('[')) return { host, port: number };
  const address = host.slice(1, -1);
  return isIPv6(address) ? { host: address, port: number } : null;
}

export function hasRepeats(names: readonly string[]): boolean {
  return new Set(names).size !== names.length;
}
