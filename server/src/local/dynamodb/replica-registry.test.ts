import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openReplicaRegistry } from './replica-registry.ts';

test('what is added and removed is found again; one Region alone is no global table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-registry-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'replicas.json');
  const registry = openReplicaRegistry(path);
  registry.add('seats', ['us-east-1', 'us-east-2']);
  registry.add('seats', ['us-east-1', 'eu-west-1']);
  registry.add('orders', ['us-east-1', 'us-east-2']);
  registry.remove('seats', 'us-east-2');
  registry.remove('orders', 'us-east-2');
  const again = openReplicaRegistry(path);
  expect(again.tables()).toEqual(['seats']);
  expect(again.regionsOf('seats')).toEqual(['us-east-1', 'eu-west-1']);
});
