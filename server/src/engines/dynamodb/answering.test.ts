// A Region that takes requests and never answers, and one that nobody serves: real sockets.
import { createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { everyRegionAnswers } from './answering.ts';
import { RegionClient } from './region-client.ts';
import { tableNames } from './table-names.ts';

const LIMIT_MS = 200;

/** Takes every connection, and says nothing. @returns its address */
async function openSilence(): Promise<string> {
  const silence: Server = createServer();
  const sockets: (() => void)[] = [];
  silence.on('connection', (socket) => sockets.push(() => socket.destroy()));
  await new Promise<void>((resolve) => silence.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    sockets.forEach((destroy) => destroy());
    silence.close();
  });
  const at = silence.address();
  if (at === null || typeof at === 'string') throw new Error('it has no port');
  return `http://127.0.0.1:${at.port}`;
}

function clientOf(region: string, endpoint: string): RegionClient {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new RegionClient({ region, endpoint, credentials }, tableNames('silent'), 2);
  onTestFinished(() => client.close());
  return client;
}

test('a Region that is silent is named when its limit is over, whatever a call’s own limits are', async () => {
  const client = clientOf('us-east-2', await openSilence());
  await expect(everyRegionAnswers([client], LIMIT_MS)).rejects.toMatchObject({
    code: 'NO_ANSWER',
    message: 'us-east-2 gave no answer within 0.2 s',
  });
});

test('a Region that refuses is told by its own words, without waiting for a limit', async () => {
  const refusing = clientOf('us-east-1', 'http://127.0.0.1:1');
  await expect(everyRegionAnswers([refusing], 600_000)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
