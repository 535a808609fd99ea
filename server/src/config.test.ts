import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/project');

describe('readConfig', () => {
  it('needs nothing to be set', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: '/project/.worldseat',
      engines: ['dsql', 'dynamodb'],
      regions: ['us-east-1', 'us-east-2'],
      connectionsPerRegion: 64,
      replicationLagMs: 80,
      replicationJitterMs: 20,
      publicOrigin: null,
      graphiql: true,
      logLevel: 'warn',
    });
  });

  it('reads every setting', () => {
    const given = {
      HOST: '::1',
      PORT: '0',
      WORLDSEAT_DATA: '/data',
      WORLDSEAT_ENGINES: 'dynamodb',
      WORLDSEAT_PUBLIC_ORIGIN: 'https://seat.example/',
      WORLDSEAT_GRAPHIQL: 'off',
    };
    expect(read(given)).toMatchObject({
      host: '::1',
      port: 0,
      dataDir: '/data',
      engines: ['dynamodb'],
      publicOrigin: 'https://seat.example',
      graphiql: false,
    });
  });

  it('reports all faults at once, each with what is allowed', () => {
    const wrong = {
      PORT: '70000',
      WORLDSEAT_ENGINES: 'dsql,oracle',
      WORLDSEAT_GRAPHIQL: 'yes',
      WORLDSEAT_PUBLIC_ORIGIN: 'seat.example/path',
      DSQL_ENDPOINTS: 'us-east-1=x',
    };
    expect(() => read(wrong)).toThrow(ConfigError);
    expect(() => read(wrong)).toThrow(
      [
        'DSQL_ENDPOINTS is set, but this version runs the embedded cloud only; unset it.',
        'PORT must be a whole number from 0 to 65535, not "70000".',
        'WORLDSEAT_ENGINES must list engines of dsql, dynamodb, not "dsql,oracle".',
        'WORLDSEAT_PUBLIC_ORIGIN must be an origin as in https://seat.example, not "seat.example/path".',
        'WORLDSEAT_GRAPHIQL must be one of on, off, not "yes".',
      ].join('\n'),
    );
  });
});
