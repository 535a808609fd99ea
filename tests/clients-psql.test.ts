// SQL clients that nobody here wrote, against the local cloud as a program: psql and psycopg2, over
// verified TLS, with a token as their password.
import { beforeAll, expect, it } from 'vitest';
import type { LocalCloudLine } from '../scripts/local-cloud/testing.ts';
import { openIdentity } from '../server/src/local/dsql/admission/index.ts';
import { leftovers } from './support/leftovers.ts';
import { libpqSettings } from './support/libpq.ts';
import { runLocalCloud } from './support/local-cloud.ts';
import { tempFolder } from './support/temp-folder.ts';
import { describeWith, ok, runTool, type Ending } from './support/tools.ts';

const later = leftovers();
const REGION = 'us-east-1';
const CLUSTER_HOST = `abcdefghijklmnopqrstuvwxyz.dsql.${REGION}.on.aws`;
let cloud: LocalCloudLine;

beforeAll(async () => {
  const dataDir = await tempFolder(later);
  cloud = await runLocalCloud(later, ['--json'], { WORLDSEAT_DATA: dataDir }).ready();
});

async function psql(
  commands: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  hostname = '127.0.0.1',
): Promise<Ending> {
  const environment = { ...(await libpqSettings(cloud, { hostname })), ...settings };
  const args = ['--no-psqlrc', '--quiet', '--no-align', '--set=ON_ERROR_STOP=1'];
  const each = commands.map((command) => `--command=${command}`);
  return runTool(['psql', ...args, ...each], environment);
}

describeWith(
  { name: 'psql', probe: ['psql', '--version'], install: 'apt-get install postgresql-client' },
  () => {
    it.each(['127.0.0.1', CLUSTER_HOST])(
      'connects with verify-full and a token to %s',
      async (host) => {
        const asked = `SELECT current_user, current_database()`;
        expect(await psql([asked], {}, host)).toEqual(
          ok('current_user|current_database\nadmin|postgres\n(1 row)\n'),
        );
      },
    );

    it('writes in one Region and reads in the other', async () => {
      await psql(['CREATE TABLE notes (id text PRIMARY KEY, words text NOT NULL)']);
      expect(await psql([`BEGIN`, `INSERT INTO notes VALUES ('a', 'hello')`, `COMMIT`])).toEqual(
        ok(''),
      );
      const other = await libpqSettings(cloud, { region: 'us-east-2' });
      expect(await psql(['SELECT words FROM notes'], other)).toEqual(ok('words\nhello\n(1 row)\n'));
    });

    it('shows tables by \\dt and \\d', async () => {
      await psql([
        'CREATE TABLE seen (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n int NOT NULL)',
      ]);
      await psql(['CREATE INDEX ASYNC seen_by_n ON seen (n)']);
      const list = await psql(['\\dt']);
      expect(list).toEqual(ok(expect.stringContaining('public|seen|table|admin\n') as string));
      // Only what the user made: nothing of the gateway's own is listed.
      expect(
        list.output
          .trim()
          .split('\n')
          .map((line) => line.split('|')[0]),
      ).not.toContain('occ');
      const shown = await psql(['\\d seen']);
      expect(shown.code).toBe(0);
      expect(shown.output.split('\n')).toEqual(
        expect.arrayContaining([
          'id|uuid||not null|gen_random_uuid()',
          'n|integer||not null|',
          expect.stringMatching(/"seen_pkey" PRIMARY KEY/) as string,
          expect.stringMatching(/"seen_by_n" btree \(n\)/) as string,
        ]),
      );
    });

    it('hears a refusal in the words of Aurora DSQL, and ends with an error', async () => {
      expect(await psql(['CREATE TABLE s (id serial PRIMARY KEY)'])).toEqual({
        code: 1,
        output: '',
        errors: expect.stringContaining('ERROR:') as string,
      });
    });

    it('trusts nobody else: another CA, another name, no TLS, no token', async () => {
      const { caFile } = await openIdentity(await tempFolder(later), [REGION]);
      const untrusted = await psql(['SELECT 1'], { PGSSLROOTCERT: caFile });
      const misnamed = await psql(['SELECT 1'], {}, 'db.example.com');
      const plain = await psql(['SELECT 1'], { PGSSLMODE: 'disable' });
      const unsigned = await psql(['SELECT 1'], { PGPASSWORD: 'secret' });
      expect(
        [untrusted, misnamed, plain, unsigned].map(({ code, errors }) => [code, errors]),
      ).toEqual([
        [2, expect.stringContaining('certificate verify failed')],
        [2, expect.stringContaining('does not match host name "db.example.com"')],
        [2, expect.stringContaining('FATAL:')],
        [2, expect.stringContaining('unable to accept connection, access denied')],
      ]);
    });
  },
);

describeWith(
  {
    name: 'psycopg2',
    probe: ['/usr/bin/python3', '-c', 'import psycopg2'],
    install: 'apt-get install python3-psycopg2',
  },
  () => {
    it('buys, commits, and learns of a lost race at COMMIT', async () => {
      const program = `
import psycopg2
first = psycopg2.connect("")
first.autocommit = True
with first.cursor() as cursor:
    cursor.execute("CREATE TABLE places (id text PRIMARY KEY, owner text)")
    cursor.execute("INSERT INTO places VALUES (%s, NULL), (%s, NULL)", ("A1", "A2"))
first.autocommit = False
# Connected after the table was made: an older connection hears of that first, once (OC001).
second = psycopg2.connect("")
def buy(connection, owner):
    with connection.cursor() as cursor:
        cursor.execute("SELECT owner FROM places WHERE id = %s", ("A1",))
        assert cursor.fetchall() == [(None,)]
        cursor.execute("UPDATE places SET owner = %s WHERE id = %s", (owner, "A1"))
        assert cursor.rowcount == 1
buy(first, "Ana")
buy(second, "Ben")
first.commit()
try:
    second.commit()
    print("sold twice")
except psycopg2.errors.SerializationFailure as error:
    print(error.pgcode, str(error).strip())
second.rollback()
with second.cursor() as cursor:
    cursor.execute("SELECT id, owner FROM places ORDER BY id")
    print(cursor.fetchall())
`;
      const environment = await libpqSettings(cloud);
      const ending = await runTool(['/usr/bin/python3', '-c', program], environment);
      expect(ending).toEqual(
        ok(
          '40001 change conflicts with another transaction (OC000)\n' +
            `[('A1', 'Ana'), ('A2', None)]\n`,
        ),
      );
    });
  },
);
