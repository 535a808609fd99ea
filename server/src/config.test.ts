import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/project');

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
};

describe('readConfig', () => {
  it('needs nothing to be set: everything is embedded', () => {
    const regions = ['us-east-1', 'us-east-2'];
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: '/project/.worldseat',
      engines: ['dsql', 'dynamodb'],
      connectionsPerRegion: 64,
      dsql: { kind: 'EMBEDDED', regions, conflicts: 'commit', commitDelayMs: 10, role: null },
      dynamodb: {
        kind: 'EMBEDDED',
        regions,
        replicationLagMs: 80,
        replicationJitterMs: 20,
        consistency: 'EVENTUAL',
        witness: null,
        tablePrefix: 'worldseat',
      },
      postgres: { kind: 'EMBEDDED', region: 'us-east-1' },
      publicOrigin: null,
      embed: true,
      graphiql: true,
      logLevel: 'warn',
    });
  });

  it('reads every setting of the server', () => {
    const given = {
      HOST: '::1',
      PORT: '0',
      WORLDSEAT_DATA: '/data',
      WORLDSEAT_ENGINES: 'dynamodb',
      WORLDSEAT_PUBLIC_ORIGIN: 'https://seat.example/',
      WORLDSEAT_EMBED: 'off',
      WORLDSEAT_GRAPHIQL: 'off',
    };
    expect(read(given)).toMatchObject({
      host: '::1',
      port: 0,
      dataDir: '/data',
      engines: ['dynamodb'],
      publicOrigin: 'https://seat.example',
      embed: false,
      graphiql: false,
    });
  });

  it('reads every setting of the embedded cloud', () => {
    const given = {
      WORLDSEAT_DSQL_CONFLICTS: 'native',
      WORLDSEAT_COMMIT_DELAY_MS: '0',
      DSQL_ROLE: 'worldseat_buyer',
      WORLDSEAT_DYNAMODB_CONSISTENCY: 'STRONG',
    };
    expect(read(given)).toMatchObject({
      dsql: { kind: 'EMBEDDED', conflicts: 'native', commitDelayMs: 0, role: 'worldseat_buyer' },
      // The mode of a table cannot change: each has tables of its own.
      dynamodb: { consistency: 'STRONG', witness: 'us-west-2', tablePrefix: 'worldseat_strong' },
    });
  });

  it('reports all faults at once, each with what is allowed', () => {
    const wrong = {
      PORT: '70000',
      WORLDSEAT_ENGINES: 'dsql,oracle',
      WORLDSEAT_GRAPHIQL: 'yes',
      WORLDSEAT_PUBLIC_ORIGIN: 'seat.example/path',
      DSQL_ENDPOINTS: 'us-east-1=x y',
      DSQL_ROLE: 'admin',
      DYNAMODB_REGIONS: 'Ohio',
      POSTGRES_URL: 'mysql://root:secret@db.example/worldseat',
      POSTGRES_REGION: 'Ohio',
    };
    expect(() => read(wrong)).toThrow(ConfigError);
    expect(faultsOf(wrong)).toEqual([
      'PORT must be a whole number from 0 to 65535, not "70000".',
      'WORLDSEAT_ENGINES must list engines of dsql, dynamodb, dynamodb-strong, postgres, ' +
        'postgres-repeatable-read, postgres-serializable, not "dsql,oracle".',
      'DSQL_ROLE must be a role other than admin (a-z, 0-9, _; at most 63), not "admin".',
      'DSQL_ENDPOINTS must name a host or host:port for us-east-1, not "x y".',
      'DYNAMODB_REGIONS must list 1 to 4 different Regions as in us-east-1,us-east-2, not "Ohio".',
      'POSTGRES_REGION must name a Region as in us-east-1, not "Ohio".',
      'POSTGRES_URL must be an address as in postgresql://user:password@host:5432/database, ' +
        'with a user and a database.',
      'WORLDSEAT_PUBLIC_ORIGIN must be an origin as in https://seat.example, not "seat.example/path".',
      'WORLDSEAT_GRAPHIQL must be one of on, off, not "yes".',
    ]);
  });
});

describe('settings of AWS', () => {
  const HOSTS = ['abc.dsql.us-east-1.on.aws', 'def.dsql.us-east-2.on.aws'];
  const ON_AWS = { DSQL_ENDPOINTS: `us-east-1=${HOSTS[0] ?? ''}, us-east-2=${HOSTS[1] ?? ''}` };

  it('name a cluster with its endpoints, each on port 5432 unless another is given', () => {
    expect(read({ ...ON_AWS, DSQL_ROLE: 'worldseat_buyer' }).dsql).toEqual({
      kind: 'REMOTE',
      deployment: 'AWS',
      endpoints: [
        { region: 'us-east-1', host: HOSTS[0], port: 5432 },
        { region: 'us-east-2', host: HOSTS[1], port: 5432 },
      ],
      ca: null,
      role: 'worldseat_buyer',
    });
  });

  it('may set up one engine there and leave the other embedded', () => {
    const mixed = read(ON_AWS);
    expect([mixed.dsql.kind, mixed.dynamodb.kind]).toEqual(['REMOTE', 'EMBEDDED']);
    const other = read({ DYNAMODB_REGIONS: 'eu-west-1' });
    expect([other.dsql.kind, other.dynamodb.kind]).toEqual(['EMBEDDED', 'REMOTE']);
  });

  it('call nothing AWS that is not: a bare address is EXTERNAL, with its own authority', () => {
    const folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
    const file = join(folder, 'ca.pem');
    const pem = rootCertificates[0] ?? '';
    writeFileSync(file, pem);
    const given = { DSQL_ENDPOINTS: 'us-east-1=127.0.0.1:5433,us-east-2=[::1]:5434' };
    const { dsql } = read({ ...given, DSQL_CA_FILE: file });
    rmSync(folder, { recursive: true });
    expect(dsql).toMatchObject({
      deployment: 'EXTERNAL',
      endpoints: [
        { region: 'us-east-1', host: '127.0.0.1', port: 5433 },
        { region: 'us-east-2', host: '::1', port: 5434 },
      ],
      ca: pem,
    });
  });

  it('name the Regions of Global Tables, or stand-ins for them', () => {
    expect(
      read({ DYNAMODB_REGIONS: 'us-east-1,us-east-2', DYNAMODB_TABLE_PREFIX: 'seat.1' }).dynamodb,
    ).toEqual({
      kind: 'REMOTE',
      deployment: 'AWS',
      regions: [
        { region: 'us-east-1', endpoint: null },
        { region: 'us-east-2', endpoint: null },
      ],
      consistency: 'EVENTUAL',
      witness: null,
      tablePrefix: 'seat.1',
    });
    expect(read({ DYNAMODB_ENDPOINTS: 'us-east-1=http://127.0.0.1:8000/' }).dynamodb).toMatchObject(
      {
        deployment: 'EXTERNAL',
        regions: [{ region: 'us-east-1', endpoint: 'http://127.0.0.1:8000' }],
      },
    );
  });

  it.each([
    [{ ...ON_AWS, WORLDSEAT_COMMIT_DELAY_MS: '5' }, /^WORLDSEAT_COMMIT_DELAY_MS .+ unset one/],
    [{ DSQL_CA_FILE: '/ca.pem' }, /^DSQL_CA_FILE is set, but DSQL_ENDPOINTS is not/],
    [{ ...ON_AWS, DSQL_CA_FILE: '/nowhere.pem' }, /^DSQL_CA_FILE must be a file .+ENOENT/],
    [{ DSQL_ENDPOINTS: `us-east-2=${HOSTS[0] ?? ''}` }, /host of us-east-1 for us-east-2/],
    [{ DSQL_ENDPOINTS: 'us-east-1=a,us-east-2=a' }, /names one address twice/],
    [{ DSQL_ENDPOINTS: 'us-east-1=a,us-east-1=b' }, /must name 1 to 2 different Regions/],
    [{ DSQL_ENDPOINTS: 'us-east-1=a:0' }, /must name a host or host:port/],
    [{ DSQL_ENDPOINTS: 'abc.dsql.us-east-1.on.aws' }, /as in us-east-1=host:5432/],
    [{ DYNAMODB_ENDPOINTS: 'us-east-1=localhost:8000' }, /must name an http or https address/],
    [{ DYNAMODB_ENDPOINTS: 'us-east-1=http://a/b' }, /as in http:\/\/host:8000: no user, no path/],
    [{ DYNAMODB_ENDPOINTS: 'us-east-1=http://u:pw@a' }, /^(?!.*pw@).+no user, no path/],
    [
      { DYNAMODB_REGIONS: 'us-east-2', DYNAMODB_ENDPOINTS: 'us-east-1=http://a' },
      /must name the Regions of DYNAMODB_REGIONS/,
    ],
    [
      { DYNAMODB_REGIONS: 'us-east-1', WORLDSEAT_REPLICATION_LAG_MS: '5' },
      /^WORLDSEAT_REPLICATION_LAG_MS .+ unset one/,
    ],
    [
      { DYNAMODB_REGIONS: 'us-east-1,eu-west-1', WORLDSEAT_DYNAMODB_CONSISTENCY: 'STRONG' },
      /STRONG needs two or three Regions of one of these sets/,
    ],
    [{ DYNAMODB_TABLE_PREFIX: 'a b' }, /^DYNAMODB_TABLE_PREFIX must be/],
  ])('%o are refused in words', (given, words) => {
    const faults = faultsOf(given);
    expect(faults).toEqual([expect.stringMatching(words)]);
  });

  it('that are blank count as not set', () => {
    expect(read({ DSQL_ENDPOINTS: ' ', DYNAMODB_REGIONS: '' })).toEqual(read({}));
  });
});
