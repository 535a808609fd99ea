import { expect, test } from 'vitest';
import { tokenSource } from './tokens.ts';

const AT = { region: 'us-east-2', host: 'abc.dsql.us-east-2.on.aws' };
const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

async function partsOf(user: string): Promise<Record<string, string | null>> {
  const url = new URL(`https://${await tokenSource(AT, KEY).tokenFor(user)}`);
  const names = ['Action', 'X-Amz-Credential', 'X-Amz-Expires', 'X-Amz-SignedHeaders'];
  const parts = names.map((name) => [name, url.searchParams.get(name)]);
  return { host: url.host, ...Object.fromEntries(parts) } as Record<string, string | null>;
}

test('admin signs for DbConnectAdmin, everyone else for DbConnect, in its own Region', async () => {
  const [admin, role] = await Promise.all([partsOf('admin'), partsOf('worldseat_buyer')]);
  const same = {
    host: AT.host,
    'X-Amz-Credential': expect.stringMatching(/^AKIDEXAMPLE\/\d{8}\/us-east-2\/dsql\//) as string,
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
  };
  expect(admin).toEqual({ ...same, Action: 'DbConnectAdmin' });
  expect(role).toEqual({ ...same, Action: 'DbConnect' });
});

test('after renew() a token is signed with the credentials of that moment', async () => {
  const before = { ...process.env };
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
  const use = (key: string) => names.forEach((name) => (process.env[name] = key));
  const source = tokenSource(AT, null);
  try {
    use('FIRST');
    const keys = [await source.tokenFor('admin')];
    use('SECOND');
    source.renew();
    keys.push(await source.tokenFor('admin'));
    expect(keys.map((token) => /X-Amz-Credential=(\w+)/.exec(token)?.[1])).toEqual([
      'FIRST',
      'SECOND',
    ]);
  } finally {
    for (const name of names) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  }
});
