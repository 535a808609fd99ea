// For scenarios that are told statement by statement: actors, each at a Region, on a table of their
// own. What an actor hears is one short line, so that a scenario reads like a conversation.
import { expect, onTestFinished } from 'vitest';
import type { PostgresClient } from '../support/postgres-client.ts';
import { waitFor } from '../support/wait-for.ts';
import { ask, type Answer } from './ask.ts';
import { REGIONS, type EmbeddedDsql } from './embedded-dsql.ts';
import type { Protocol } from './plan.ts';

/** In each of these ways every scenario must end alike. */
export const WAYS = ['SIMPLE', 'UNNAMED', 'NAMED'] as const satisfies readonly Protocol[];

type Values = readonly (string | number)[];

export class Actor {
  readonly client: PostgresClient;
  readonly #protocol: Protocol;

  constructor(client: PostgresClient, protocol: Protocol) {
    this.client = client;
    this.#protocol = protocol;
  }

  /** "UPDATE 1", "COMMIT", "40001 OC000", "23505". @throws when the connection is lost */
  async says(text: string, ...values: Values): Promise<string> {
    const answer = await this.#ask(text, values);
    if (answer.kind === 'ERROR') return errorLine(answer.error);
    const { command, count } = answer;
    return COUNTED.includes(command) ? `${command} ${count}` : command;
  }

  /** Each row as the list of its values. @throws also for an error */
  async reads(text: string, ...values: Values): Promise<unknown[][]> {
    const answer = await this.#ask(text, values);
    if (answer.kind === 'ERROR') throw new Error(errorLine(answer.error));
    return answer.rows.map((row) => Object.values(row));
  }

  async #ask(text: string, values: Values): Promise<Exclude<Answer, { kind: 'LOST' }>> {
    const answer = await ask(this.client, { name: nameOf(text), text, values }, this.#protocol);
    if (answer.kind === 'LOST') throw new Error(`the connection is lost: ${answer.reason}`);
    return answer;
  }
}

const COUNTED = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

const errorLine = ({ code, message }: { code: string; message: string }): string =>
  [code, /OC00\d/.exec(message)?.[0] ?? ''].join(' ').trim();

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `statement_${names.size}`;
  names.set(text, name);
  return name;
}

export interface Scene {
  /** Seats 1, 2 and 3: (id int PRIMARY KEY, owner text, price int), owned by nobody, price 10. */
  readonly seats: string;
  /** In the first Region. */
  readonly ann: Actor;
  /** In the second. */
  readonly bob: Actor;
  /** One more. @param region 0 or 1; default 0 */
  readonly enter: (region?: number, protocol?: Protocol) => Promise<Actor>;
}

let scenes = 0;

/**
 * A new scene for the test that runs; its actors leave when the test is over.
 * @param more statements that make more tables; told the name of the seats' table
 */
export async function openScene(
  dsql: EmbeddedDsql,
  protocol: Protocol,
  more: (seats: string) => readonly string[] = () => [],
): Promise<Scene> {
  const seats = `seats_${++scenes}`;
  const enter = async (region = 0, way: Protocol = protocol) => {
    const client = await dsql.connect(REGIONS[region] ?? '');
    onTestFinished(() => client.end());
    return new Actor(client, way);
  };
  const [builder, farAway] = [await enter(0, 'SIMPLE'), await enter(1, 'SIMPLE')];
  const create = `CREATE TABLE ${seats}
    (id int PRIMARY KEY, owner text, price int NOT NULL DEFAULT 10)`;
  for (const text of [create, ...more(seats)]) {
    expect(await builder.says(text)).toBe('CREATE');
    // Whoever enters now knows the table in either Region.
    await waitFor(async () => (await farAway.says('SELECT 1')) === '40001 OC001', {
      what: 'the other Region hears of a new table',
    });
  }
  const fill = `INSERT INTO ${seats} (id) VALUES (1), (2), (3)`;
  // A gateway that has just come back does not know who made the table: its maker hears of it too.
  expect(['INSERT 3', '40001 OC001']).toContain(await builder.says(fill));
  await builder.says(`${fill} ON CONFLICT DO NOTHING`);
  const [ann, bob] = [await enter(0), await enter(1)];
  return { seats, ann, bob, enter };
}
