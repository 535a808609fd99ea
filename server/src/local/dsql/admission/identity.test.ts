// The certificates in a folder: what a client's library checks of them, and that whatever happened
// to the folder, opening it leads to an identity that holds. The clock is the test's.
import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openIdentity, type Identity } from './identity.ts';
import { IdentityFault } from './identity-fault.ts';

const REGIONS = ['us-east-1', 'us-east-2'];
const NOW = new Date('2026-09-30T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
/** Where it is installed, it is asked; it is no part of this project. */
const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-identity-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const open = (now = NOW, regions = REGIONS) => openIdentity(folder, regions, now);
const authorityOf = ({ caFile }: Identity) => new X509Certificate(readFileSync(caFile));
const leafOf = (identity: Identity, region: string) =>
  new X509Certificate(identity.of(region).certificate);

/** What every client relies on, whatever happened before. */
function expectWhole(identity: Identity, now = NOW, regions = REGIONS): void {
  const authority = authorityOf(identity);
  const checks = regions.map((region) => {
    const { key, certificate } = identity.of(region);
    const leaf = new X509Certificate(certificate);
    return [
      leaf.checkPrivateKey(createPrivateKey(key)),
      leaf.checkIssued(authority) && leaf.verify(authority.publicKey),
      certificate.endsWith(readFileSync(identity.caFile, 'utf8')),
      Date.parse(leaf.validFrom) <= now.getTime() && now.getTime() < Date.parse(leaf.validTo),
    ];
  });
  expect(checks).toEqual(regions.map(() => [true, true, true, true]));
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
}

describe('made at the first start', () => {
  test('one authority and a leaf a Region, for its names; keys closed to others', async () => {
    const identity = await open();
    const files = readdirSync(folder).sort();
    const modes = files.map((name) => statSync(path(name)).mode & 0o777);
    const authority = authorityOf(identity);
    const leaf = leafOf(identity, 'us-east-2');
    const days = ({ validFrom, validTo }: X509Certificate) =>
      (Date.parse(validTo) - Date.parse(validFrom)) / DAY_MS;
    expectWhole(identity);
    expect(identity.caFile).toBe(path('ca.pem'));
    expect([files, modes]).toEqual([
      ['authority.pem', 'ca.pem', 'us-east-1.pem', 'us-east-2.pem'],
      [0o600, 0o644, 0o600, 0o600],
    ]);
    expect(read('ca.pem')).not.toContain('PRIVATE');
    expect([authority.ca, leaf.ca, days(authority), days(leaf)]).toEqual([true, false, 3_650, 820]);
    expect(leaf.subjectAltName).toBe(
      'DNS:localhost, DNS:*.dsql.us-east-2.on.aws, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(leaf.checkHost('a.dsql.us-east-1.on.aws')).toBeUndefined();
  });

  test.skipIf(!hasOpenssl)('openssl finds nothing to object to, however strict', async () => {
    const { caFile } = await open(new Date());
    const results = REGIONS.map((region) => {
      const purpose = ['-purpose', 'sslserver', '-verify_hostname', `x.dsql.${region}.on.aws`];
      const options = ['verify', '-x509_strict', ...purpose, '-CAfile', caFile];
      const { status, stderr } = spawnSync(OPENSSL, [...options, path(`${region}.pem`)], {
        encoding: 'utf8',
      });
      return { status, stderr };
    });
    expect(results).toEqual(REGIONS.map(() => ({ status: 0, stderr: '' })));
  });
});

describe('kept', () => {
  test('a second start changes nothing; a new Region gets a leaf of the same authority', async () => {
    await open();
    const before = readdirSync(folder).map(read);
    await open();
    const after = readdirSync(folder).map(read);
    const authority = read('ca.pem');
    const more = await open(NOW, [...REGIONS, 'eu-west-1']);
    expect(after).toEqual(before);
    expect(read('ca.pem')).toBe(authority);
    expectWhole(more, NOW, [...REGIONS, 'eu-west-1']);
  });

  test('of() gives the same object each time, and names what it has for any other', async () => {
    const identity = await open();
    expect(identity.of('us-east-1')).toBe(identity.of('us-east-1'));
    expect(() => identity.of('eu-west-1')).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_REGION',
        message: 'no endpoint in eu-west-1; there are: us-east-1, us-east-2',
      }),
    );
  });

  test('a key that a copy made readable to others is closed again', async () => {
    await open();
    for (const name of ['authority.pem', 'us-east-1.pem']) chmodSync(path(name), 0o644);
    await open();
    const modes = ['authority.pem', 'us-east-1.pem'].map((name) => statSync(path(name)).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600]);
  });
});

describe('made anew', () => {
  test('a leaf within 30 days of its end, or ended; the authority stays', async () => {
    const made = await open();
    const end = Date.parse(leafOf(made, 'us-east-1').validTo);
    const authority = read('ca.pem');
    const [day31, day30] = [31, 30].map((days) => new Date(end - days * DAY_MS)) as [Date, Date];
    const kept = await open(day31);
    const keptLeaf = leafOf(kept, 'us-east-1').fingerprint256;
    const renewed = await open(day30);
    expect(keptLeaf).toBe(leafOf(made, 'us-east-1').fingerprint256);
    expect(leafOf(renewed, 'us-east-1').fingerprint256).not.toBe(keptLeaf);
    expect(read('ca.pem')).toBe(authority);
    expectWhole(renewed, day30);
  });

  test('a leaf never outlives the authority, and goes with it', async () => {
    const end = Date.parse(authorityOf(await open()).validTo);
    const late = new Date(end - 100 * DAY_MS);
    const capped = await open(late);
    const cappedEnd = Date.parse(leafOf(capped, 'us-east-1').validTo);
    const [before, after] = [read('ca.pem'), new Date(end - 30 * DAY_MS)];
    const renewed = await open(after);
    expect(cappedEnd).toBe(end);
    expect(read('ca.pem')).not.toBe(before);
    expectWhole(renewed, after);
  });

  test('everything, when the clock is before it was made', async () => {
    await open();
    const past = new Date(NOW.getTime() - 365 * DAY_MS);
    expectWhole(await open(past), past);
  });

  const truncated = (name: string) =>
    writeFileSync(path(name), read(name).slice(0, read(name).length / 2));
  const DAMAGE: Readonly<Record<string, () => void>> = {
    'the authority is lost': () => rmSync(path('authority.pem')),
    'the authority is cut off': () => truncated('authority.pem'),
    'the authority is empty': () => writeFileSync(path('authority.pem'), ''),
    'the authority has no key': () => writeFileSync(path('authority.pem'), read('ca.pem')),
    'the authority is a leaf': () => writeFileSync(path('authority.pem'), read('us-east-1.pem')),
    'ca.pem is lost': () => rmSync(path('ca.pem')),
    'ca.pem is another': () => writeFileSync(path('ca.pem'), read('us-east-1.pem')),
    'a leaf is lost': () => rmSync(path('us-east-1.pem')),
    'a leaf is cut off': () => truncated('us-east-1.pem'),
    'a leaf is no text': () => writeFileSync(path('us-east-1.pem'), Buffer.alloc(900, 0xff)),
    'a leaf is of another Region': () =>
      writeFileSync(path('us-east-1.pem'), read('us-east-2.pem')),
    'a leaf has the key of another': () => {
      const [key = ''] = read('us-east-2.pem').split('-----BEGIN CERTIFICATE-----');
      const [, certificate = ''] = read('us-east-1.pem').split('-----BEGIN CERTIFICATE-----');
      writeFileSync(path('us-east-1.pem'), `${key}-----BEGIN CERTIFICATE-----${certificate}`);
    },
    'a kill left half a file under its draft name': () => {
      writeFileSync(path('us-east-1.pem.new'), read('us-east-1.pem').slice(0, 100), {
        mode: 0o644,
      });
      rmSync(path('us-east-1.pem'));
    },
    'a kill came between the authority and its leaves': () => {
      for (const name of ['ca.pem', 'us-east-1.pem', 'us-east-2.pem']) rmSync(path(name));
    },
  };

  test.each(Object.entries(DAMAGE))('%s: the next start mends it', async (_, damage) => {
    await open();
    damage();
    const mended = await open();
    expectWhole(mended);
    expect(new X509Certificate(mended.of('us-east-1').certificate).subject).toBe('CN=us-east-1');
    const files = readdirSync(folder).map(read);
    await open();
    expect(readdirSync(folder).map(read)).toEqual(files);
  });
});

describe('refused in words', () => {
  test('names that are no Region, before a file is touched', async () => {
    for (const region of ['', '../us-east-1', 'us-east-1/x', 'US-EAST-1', 'us-east-1\n', 'ca'])
      await expect(open(NOW, [region])).rejects.toMatchObject({ code: 'INVALID_REGION' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that is a file, a key file that is a folder', async () => {
    const file = path('file');
    writeFileSync(file, '');
    const asFolder = await openIdentity(file, REGIONS, NOW).catch((error: unknown) => error);
    mkdirSync(path('authority.pem'));
    const asFile = await open().catch((error: unknown) => error);
    expect([asFolder, asFile]).toEqual([expect.any(IdentityFault), expect.any(IdentityFault)]);
    expect(asFile).toMatchObject({
      code: 'IDENTITY_UNUSABLE',
      message: expect.stringContaining(`${folder} cannot be read or written`) as string,
    });
    expect(existsSync(path('ca.pem'))).toBe(false);
  });
});
