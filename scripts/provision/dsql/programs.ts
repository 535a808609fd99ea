// `provision dsql …` as programs: the rules, joined with AWS's client in each Region.
import {
  DSQL,
  type CreateClusterInput,
  type DeleteClusterInput,
  type UpdateClusterInput,
} from '@aws-sdk/client-dsql';
import { unexpected } from '../fault.ts';
import type { Program, Step } from '../program.ts';
import { CLIENT_LIMITS } from '../client-limits.ts';
import { findPair, type PairFacts } from './facts.ts';
import { createNotes, createPolicy, destroyPolicy, statusPolicy } from './policies.ts';
import { foresee, nextOfCreate, nextOfDestroy, type Pair } from './rules.ts';

export interface DsqlPrograms {
  readonly create: Program<PairFacts>;
  readonly destroy: Program<PairFacts>;
  /** As create; its policy is for looking only. */
  readonly status: Program<PairFacts>;
  close(): void;
}

export function openDsqlPrograms(pair: Pair): DsqlPrograms {
  const clients = Object.fromEntries(
    // Its endpoint is AWS_ENDPOINT_URL_DSQL's, if that is set: the SDK reads it.
    pair.regions.map((region) => [region, new DSQL({ region, ...CLIENT_LIMITS })]),
  );
  const made = new Map<string, string>();
  const where = `${pair.regions.join(' and ')}, witness ${pair.witness}`;
  const shared = {
    nothing: Object.fromEntries(pair.regions.map((region) => [region, null])),
    find: () => findPair({ name: pair.name, clients, made }),
    foresee: (facts: PairFacts, step: Step) => foresee(pair, facts, step),
    call: (step: Step & { kind: 'CALL' }) => call(clients, made, step),
    describe,
  };
  const create: Program<PairFacts> = {
    ...shared,
    title: `dsql create, name ${pair.name}, in ${where}`,
    next: (facts) => nextOfCreate(pair, facts),
    policy: (facts) => createPolicy(pair, facts),
    notes: (facts) => createNotes(pair, facts),
  };
  const destroy: Program<PairFacts> = {
    ...shared,
    title: `dsql destroy, name ${pair.name}, in ${where}`,
    next: nextOfDestroy,
    policy: (facts) => destroyPolicy(pair, facts),
    notes: () => [],
  };
  const status: Program<PairFacts> = {
    ...create,
    title: `dsql status, name ${pair.name}, in ${where}`,
    policy: (facts) => statusPolicy(pair, facts),
    notes: () => [],
  };
  const close = () => Object.values(clients).forEach((client) => client.destroy());
  return { create, destroy, status, close };
}

async function call(
  clients: Readonly<Record<string, DSQL>>,
  made: Map<string, string>,
  { region, operation, input }: Step & { kind: 'CALL' },
): Promise<void> {
  const client = clients[region];
  if (client === undefined) throw unexpected(`There is no client for ${region}.`);
  switch (operation) {
    case 'CreateCluster': {
      const { identifier = '' } = await client.createCluster(input as CreateClusterInput);
      made.set(region, identifier);
      return;
    }
    case 'UpdateCluster':
      await client.updateCluster(input as unknown as UpdateClusterInput);
      return;
    case 'DeleteCluster':
      await client.deleteCluster(input as unknown as DeleteClusterInput);
      return;
    default:
      throw unexpected(`${operation} is not a call of this program.`);
  }
}

function describe(facts: PairFacts): readonly string[] {
  return Object.entries(facts).map(([region, cluster]) => {
    if (cluster === null) return `${region}  nothing`;
    const { identifier, status, isProtected, peers, endpoint } = cluster;
    const words = [
      identifier,
      status,
      peers.length === 0 ? 'names no peer' : `peer ${peers.join(', ')}`,
      isProtected ? 'protected from deletion' : 'not protected from deletion',
      endpoint ?? 'no endpoint yet',
    ];
    return `${region}  ${words.join(', ')}`;
  });
}
