// One client that carries out one plan: BEGIN, the operations, COMMIT, and a record of everything
// that it asked and was told. It judges nothing.
import { cutOff, type PostgresClient } from '../support/postgres-client.ts';
import { ask, plain, type Answer } from './ask.ts';
import type { End, Observed, Row, Step, Transaction } from './history.ts';
import type { Plan } from './plan.ts';
import { alone, logSql, sqlOf, viewSql, type Statement, type Tables } from './sql.ts';

export interface Surroundings {
  readonly client: PostgresClient;
  readonly region: string;
  readonly tables: Tables;
  /** The next tick of the clock that all clients share. */
  readonly tick: () => number;
  /** Ends a backend of the database. */
  readonly kill: (whose: number) => Promise<void>;
  /** What the server sent without being asked, since the last call. */
  readonly takeNotices: () => readonly string[];
}

export function performPlan(plan: Plan, around: Surroundings): Promise<Transaction> {
  return plan.autocommit ? performAlone(plan, around) : new Performance(plan, around).run();
}

async function performAlone(plan: Plan, around: Surroundings): Promise<Transaction> {
  const { id, operations, protocols } = plan;
  const [operation] = operations;
  if (operation === undefined) throw new Error(`plan ${id} has no operation`);
  const { client, region, tables, tick } = around;
  const begun = tick();
  await disturb(plan, 0, around);
  const statement = alone(tables, id, sqlOf(tables, operation, `${id}.0`));
  const answer = await disturbedAtCommit(plan, around, () =>
    ask(client, statement, protocols[0] ?? 'SIMPLE'),
  );
  const observed = observe(answer, answersRows(operation));
  const moments = { begun, viewed: null, committing: begun, ended: tick() };
  const [snapshot, steps, oddities] = [null, [{ operation, observed }], around.takeNotices()];
  const end = endAlone(observed);
  return { id, region, autocommit: true, snapshot, steps, end, moments, oddities };
}

function endAlone(observed: Observed): End {
  if (observed.kind === 'DONE') return { kind: 'COMMITTED' };
  if (observed.kind === 'LOST') return { kind: 'LOST_AT_COMMIT' };
  const { error } = observed;
  return error.code === '23505' ? { kind: 'FAILED_BEFORE' } : { kind: 'REFUSED', error };
}

class Performance {
  readonly #plan: Plan;
  readonly #around: Surroundings;
  readonly #steps: Step[] = [];
  readonly #oddities: string[] = [];
  #snapshot: readonly number[] | null = null;
  #viewed: number | null = null;
  #committing: number | null = null;
  #isLost = false;
  #failures = 0;

  constructor(plan: Plan, around: Surroundings) {
    this.#plan = plan;
    this.#around = around;
  }

  async run(): Promise<Transaction> {
    const { id, operations } = this.#plan;
    const { tick, region } = this.#around;
    const begun = tick();
    await this.#service(plain('BEGIN'));
    for (let at = 0; at <= operations.length && this.#mayGoOn(); at += 1) {
      await this.#before(at);
      if (at < operations.length && this.#mayGoOn()) await this.#operate(at);
    }
    const end = await this.#end();
    const moments = { begun, viewed: this.#viewed, committing: this.#committing, ended: tick() };
    const oddities = [...this.#oddities, ...this.#around.takeNotices()];
    const snapshot = this.#snapshot;
    const steps = this.#steps;
    return { id, region, autocommit: false, snapshot, steps, end, moments, oddities };
  }

  async #before(at: number): Promise<void> {
    const { id, operations, logAt, viewAt } = this.#plan;
    if (at < operations.length) await disturb(this.#plan, at, this.#around);
    // Either may come first: a snapshot shows the transaction's own row, or it does not.
    if (at === logAt && this.#isSound()) await this.#log(id);
    if (at === viewAt && this.#isSound()) await this.#view(id, at >= logAt);
  }

  #isSound(): boolean {
    return !this.#isLost && this.#failures === 0;
  }

  /** After an error one more operation is sent, to hear 25P02. */
  #mayGoOn(): boolean {
    return !this.#isLost && this.#failures < 2;
  }

  async #log(id: number): Promise<void> {
    await this.#service(logSql(this.#around.tables, id));
    this.#viewed ??= this.#around.tick();
  }

  async #view(id: number, hasLogged: boolean): Promise<void> {
    const answer = await this.#service(viewSql(this.#around.tables));
    this.#viewed ??= this.#around.tick();
    if (answer.kind !== 'DONE') return;
    const ids = idsOf(answer.rows[0]?.['ids']);
    if (ids.includes(id) !== hasLogged) this.#oddities.push('its own row is not as written');
    this.#snapshot = ids.filter((other) => other !== id);
  }

  /** What is not an operation of the plan: it may not fail. */
  async #service(statement: Statement): Promise<Answer> {
    const protocol = this.#plan.protocols[0] ?? 'SIMPLE';
    const answer = await ask(this.#around.client, statement, protocol);
    if (answer.kind === 'LOST') this.#isLost = true;
    if (answer.kind === 'ERROR') {
      this.#failures += 2;
      this.#oddities.push(`a statement of the test failed: ${answer.error.message}`);
    }
    return answer;
  }

  async #operate(at: number): Promise<void> {
    const { id, operations, protocols } = this.#plan;
    const operation = operations[at];
    if (operation === undefined) return;
    const statement = sqlOf(this.#around.tables, operation, `${id}.${at}`);
    const answer = await ask(this.#around.client, statement, protocols[at] ?? 'SIMPLE');
    this.#viewed ??= this.#around.tick();
    const observed = observe(answer, answersRows(operation));
    this.#steps.push({ operation, observed });
    if (observed.kind === 'LOST') this.#isLost = true;
    if (observed.kind === 'ERROR') this.#failures += 1;
  }

  async #end(): Promise<End> {
    if (this.#isLost) return { kind: 'LOST_BEFORE' };
    const { client, tick } = this.#around;
    if (this.#plan.ending === 'COMMIT') this.#committing = tick();
    const answer = await disturbedAtCommit(this.#plan, this.#around, () =>
      ask(client, plain(this.#plan.ending), 'SIMPLE'),
    );
    if (answer.kind === 'ERROR') return { kind: 'REFUSED', error: answer.error };
    if (this.#plan.ending === 'ROLLBACK') return { kind: 'ROLLED_BACK' };
    if (answer.kind === 'LOST') return { kind: 'LOST_AT_COMMIT' };
    const status = client.getTransactionStatus();
    if (status !== 'I') this.#oddities.push(`after COMMIT the session is in state ${status ?? ''}`);
    return { kind: answer.command === 'COMMIT' ? 'COMMITTED' : 'FAILED_BEFORE' };
  }
}

async function disturb(plan: Plan, at: number, around: Surroundings): Promise<void> {
  const { disturbance } = plan;
  if (disturbance?.at !== at) return;
  if (disturbance.kind === 'DISCONNECT') cutOff(around.client);
  else await around.kill(disturbance.whose);
}

/** Sends the last statement; the disturbance comes while it is under way. */
async function disturbedAtCommit(
  { disturbance }: Plan,
  { client, kill }: Surroundings,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const answer = send();
  if (disturbance?.at !== 'COMMIT') return answer;
  if (disturbance.kind === 'KILL') await kill(disturbance.whose);
  else setImmediate(cutOff, client);
  return answer;
}

function observe(answer: Answer, withRows: boolean): Observed {
  if (answer.kind !== 'DONE') return answer;
  const { count, rows } = answer;
  return { kind: 'DONE', count, rows: withRows ? rows.map(rowOf) : null };
}

const rowOf = (row: Readonly<Record<string, unknown>>): Row => ({
  key: Number(row['key']),
  version: String(row['version']),
  value: Number(row['value']),
});

function answersRows(operation: Step['operation']): boolean {
  if ('returning' in operation) return operation.returning;
  return operation.kind === 'READ' || operation.kind === 'LOCK';
}

function idsOf(text: unknown): number[] {
  return typeof text === 'string' && text !== '' ? text.split(',').map(Number) : [];
}
