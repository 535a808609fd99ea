// A genuine token with any one thing about it changed: refused. What is not compared could be changed,
// so every parameter is altered in every way, and every character once.
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import { expect, test } from 'vitest';
import { notAuthorized } from './refusals.ts';
import { CREDENTIALS, REGION } from './test-endpoint.ts';
import { checkToken } from './token.ts';

const HOST = `abcdefghijklmnopqrstuvwxyz.dsql.${REGION}.on.aws`;
const CHECK = {
  region: REGION,
  credentials: CREDENTIALS,
  serverName: HOST,
  user: 'admin',
  now: new Date(),
};
const signer = new DsqlSigner({ hostname: HOST, region: REGION, credentials: CREDENTIALS });
const adminToken = () => signer.getDbConnectAdminAuthToken();

const NAMES = [
  'Action',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
];
const partsOf = (token: string) => (token.split('?')[1] ?? '').split('&');
const withParts = (parts: readonly string[]) => `${HOST}/?${parts.join('&')}`;
const nameOf = (part: string) => part.split('=')[0] ?? '';

test('these are all the parameters that a token has', async () => {
  expect(partsOf(await adminToken()).map(nameOf)).toEqual(NAMES);
});

test.each(NAMES)('%s: altered, removed, repeated, emptied, renamed: refused', async (name) => {
  const parts = partsOf(await adminToken());
  const change = (to: (part: string) => string[]) =>
    withParts(parts.flatMap((part) => (nameOf(part) === name ? to(part) : [part])));
  const changed = {
    altered: change((part) => [part.slice(0, -1) + (part.endsWith('0') ? '1' : '0')]),
    longer: change((part) => [`${part}0`]),
    removed: change(() => []),
    repeated: change((part) => [part, part]),
    repeatedOtherwise: change((part) => [part, `${name}=0`]),
    emptied: change(() => [`${name}=`]),
    renamed: change((part) => [part.replace(name, name.toLowerCase())]),
  };
  const verdicts = await Promise.all(
    Object.entries(changed).map(async ([how, token]) => [
      how,
      (await checkToken(token, CHECK)).kind,
    ]),
  );
  expect(verdicts).toEqual(Object.keys(changed).map((how) => [how, 'REFUSED']));
});

test('one parameter more, also one that SigV4 knows: refused', async () => {
  const token = await adminToken();
  const extra = ['x=1', 'X-Amz-Security-Token=a', 'X-Amz-Content-Sha256=a', 'action=DbConnect'];
  const verdicts = await Promise.all(extra.map((part) => checkToken(`${token}&${part}`, CHECK)));
  expect(verdicts).toEqual(
    extra.map(() => ({ kind: 'REFUSED', refusal: notAuthorized('PARAMETERS') })),
  );
});

test('any one character: refused, unless the text still says the same', async () => {
  const token = await adminToken();
  const meaning = (text: string) => {
    const [host = '', query = ''] = text.split('?');
    return `${host.toLowerCase()}?${decodeURIComponent(query)}`;
  };
  const accepted: string[] = [];
  for (let at = 0; at < token.length; at++)
    for (const other of ['0', 'a', '~', '%']) {
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      if (changed === token) continue;
      const verdict = await checkToken(changed, CHECK);
      if (verdict.kind === 'ACCEPTED' && meaning(changed) !== meaning(token))
        accepted.push(changed);
    }
  expect(accepted).toEqual([]);
});
