// Clients that misbehave at the DSQL gateway, or only ask for what DSQL does not have: each is
// answered or cut off, and nobody else notices.
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { serialize } from 'pg-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, openDsqlCloud, REGIONS, type DsqlCloud } from './support/dsql-cloud.ts';

describe('clients that misbehave', () => {
  let cloud: DsqlCloud;

  beforeAll(async () => {
    cloud = await openDsqlCloud();
  });
  afterAll(() => cloud.close());

  const send = async (bytes: Buffer): Promise<string> => {
    const raw = await cloud.connect();
    const ended = new Promise<string>((resolve) => {
      raw.once('end', () => resolve('the connection ended'));
      raw.once('error', (error: Error) => resolve(error.message));
    });
    raw.connection.stream.write(bytes);
    return ended;
  };

  it('a message above 10 MiB ends the connection', async () => {
    const header = Buffer.from([0x51, 0x7f, 0, 0, 0]);
    expect(await send(header)).toContain('Connection terminated');
  });

  it('a message that does not exist ends it too', async () => {
    expect(await send(Buffer.from([0x01, 0, 0, 0, 4]))).toContain('Connection terminated');
  });

  it('a FunctionCall is refused, and the connection goes on', async () => {
    const call = Buffer.from([0x46, 0, 0, 0, 14, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(await send(call)).toBe('unsupported message: FunctionCall');
  });

  it('settings that DSQL does not have are refused at the door', async () => {
    const asked = cloud.connect(REGIONS[0], { options: '-c default_transaction_isolation=x' });
    expect(await codeOf(asked)).toBe(
      '0A000 setting configuration parameter "options" not supported',
    );
  });

  it('a statement can be cancelled', async () => {
    const client = await cloud.connect();
    const slow = client.query('SELECT pg_sleep(60)');
    const { processID, secretKey } = client as unknown as {
      processID: number;
      secretKey: number;
    };
    const { host = '', port = 0 } = cloud.gateways.endpoints[REGIONS[0]] ?? {};
    const code = codeOf(slow);
    // A request that comes before the statement has begun cancels nothing, as everywhere.
    do connect(port, host).end(serialize.cancel(processID, secretKey)).resume();
    while ((await Promise.race([code, pause(200, 'goes on')])) === 'goes on');
    expect(await code).toBe('57014 canceling statement due to user request');
  });
});
