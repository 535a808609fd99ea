// `provision dynamodb …` as programs: the rules, joined with AWS's client in each Region.
import {
  DynamoDB,
  type CreateTableInput,
  type DeleteTableInput,
  type UpdateTableInput,
} from '@aws-sdk/client-dynamodb';
import { CLIENT_LIMITS } from '../client-limits.ts';
import { unexpected } from '../fault.ts';
import type { Program, Step } from '../program.ts';
import { findTables, type TablesFacts } from './facts.ts';
import { createPolicy, destroyPolicy, statusPolicy } from './policies.ts';
import { foresee, nextOfCreate, nextOfDestroy, tablesOf, type GlobalTablesPlan } from './rules.ts';

export interface DynamoDbPrograms {
  readonly create: Program<TablesFacts>;
  readonly destroy: Program<TablesFacts>;
  readonly status: Program<TablesFacts>;
  close(): void;
}

export function openDynamoDbPrograms(plan: GlobalTablesPlan): DynamoDbPrograms {
  const clients = Object.fromEntries(
    plan.regions.map(({ region, endpoint }) => {
      const address = endpoint === null ? { region } : { region, endpoint };
      return [region, new DynamoDB({ ...address, ...CLIENT_LIMITS })];
    }),
  );
  const tables = Object.keys(tablesOf(plan.prefix));
  const mode = plan.witness === null ? plan.consistency : `STRONG, witness ${plan.witness}`;
  const where = `in ${plan.regions.map(({ region }) => region).join(', ')}, ${mode}`;
  const shared = {
    nothing: Object.fromEntries(tables.map((table) => [table, null])),
    find: () => findTables({ name: plan.name, tables, clients }),
    foresee: (facts: TablesFacts, step: Step) => foresee(plan, facts, step),
    call: (step: Step & { kind: 'CALL' }) => call(clients, step),
    describe,
    notes: () => [],
  };
  const create: Program<TablesFacts> = {
    ...shared,
    title: `dynamodb create, name ${plan.name}, ${where}`,
    next: (facts) => nextOfCreate(plan, facts),
    policy: (facts) => createPolicy(plan, facts),
  };
  const destroy: Program<TablesFacts> = {
    ...shared,
    title: `dynamodb destroy, name ${plan.name}, ${where}`,
    next: nextOfDestroy,
    policy: (facts) => destroyPolicy(plan, facts),
  };
  const status: Program<TablesFacts> = {
    ...create,
    title: `dynamodb status, name ${plan.name}, ${where}`,
    policy: (facts) => statusPolicy(plan, facts),
  };
  const close = () => Object.values(clients).forEach((client) => client.destroy());
  return { create, destroy, status, close };
}

async function call(
  clients: Readonly<Record<string, DynamoDB>>,
  { region, operation, input }: Step & { kind: 'CALL' },
): Promise<void> {
  const client = clients[region];
  if (client === undefined) throw unexpected(`There is no client for ${region}.`);
  switch (operation) {
    case 'CreateTable':
      await client.createTable(input as unknown as CreateTableInput);
      return;
    case 'UpdateTable':
      await client.updateTable(input as unknown as UpdateTableInput);
      return;
    case 'DeleteTable':
      await client.deleteTable(input as unknown as DeleteTableInput);
      return;
    default:
      throw unexpected(`${operation} is not a call of this program.`);
  }
}

function describe(facts: TablesFacts): readonly string[] {
  return Object.entries(facts).map(([name, table]) => {
    if (table === null) return `${name}  nothing`;
    const { home, status, isOurs, isProtected, replicas, consistency, witness } = table;
    const places = [{ region: home, status }, ...replicas];
    const words = places.map((place) => `${place.region} ${place.status}`);
    if (replicas.length > 0) words.push(consistency ?? 'EVENTUAL');
    if (witness !== null) words.push(`witness ${witness.region} ${witness.status}`);
    words.push(isProtected ? 'protected from deletion' : 'not protected from deletion');
    if (!isOurs) words.push('not made by this set-up');
    return `${name}  ${words.join(', ')}`;
  });
}
