// Every operation of DynamoDB, each with what becomes of it. What could not be done truthfully is
// refused by name, never passed on. Faults on demand hit only what reads or writes items.
import { batchGet, read, transactGet } from './read-items.ts';
import type { Handler, Request } from './request.ts';
import {
  createTable,
  deleteTable,
  describeTable,
  listTables,
  namesSystemTable,
  updateTable,
} from './table-operations.ts';
import { transactWrite } from './transact-write.ts';
import { resourceNotFound, unknownOperation, validationFault, type WireAnswer } from './wire.ts';
import { batchWrite, put, remove, update } from './write-items.ts';

export type OperationKind = 'READ' | 'WRITE' | 'SET_UP';

interface Operation {
  readonly kind: OperationKind;
  readonly handle: Handler;
}

const pass: Handler = ({ services, operation, input }) =>
  services.region.store.call(operation, input);

const refuse: Handler = ({ operation }) =>
  validationFault(`${operation} is not supported by the embedded global tables`);

const refusePartiQl: Handler = ({ operation }) =>
  validationFault(
    `${operation} (PartiQL) is not supported by the embedded global tables: use PutItem, ` +
      'UpdateItem, DeleteItem, TransactWriteItems, GetItem or Query',
  );

const SET_UP = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  UpdateTable: updateTable,
  DeleteTable: deleteTable,
  ListTables: listTables,
  DescribeTimeToLive: pass,
  TagResource: pass,
  UntagResource: pass,
  ListTagsOfResource: pass,
} as const;
const READS = {
  GetItem: read('GetItem'),
  Query: read('Query'),
  Scan: read('Scan'),
  BatchGetItem: batchGet,
  TransactGetItems: transactGet,
} as const;
const WRITES = {
  PutItem: put,
  UpdateItem: update,
  DeleteItem: remove,
  BatchWriteItem: batchWrite,
  TransactWriteItems: transactWrite,
  ExecuteStatement: refusePartiQl,
  BatchExecuteStatement: refusePartiQl,
  ExecuteTransaction: refusePartiQl,
} as const;
/** Known to AWS and refused by name here. */
const REFUSED = [
  ...['UpdateTimeToLive', 'DescribeLimits', 'DescribeEndpoints', 'DescribeContinuousBackups'],
  ...['UpdateContinuousBackups', 'CreateBackup', 'DeleteBackup', 'DescribeBackup', 'ListBackups'],
  ...['RestoreTableFromBackup', 'RestoreTableToPointInTime', 'CreateGlobalTable'],
  ...['DescribeGlobalTable', 'DescribeGlobalTableSettings', 'ListGlobalTables'],
  ...['UpdateGlobalTable', 'UpdateGlobalTableSettings', 'DescribeTableReplicaAutoScaling'],
  ...['UpdateTableReplicaAutoScaling', 'DescribeContributorInsights', 'ListContributorInsights'],
  ...['UpdateContributorInsights', 'EnableKinesisStreamingDestination', 'ExportTableToPointInTime'],
  ...['DisableKinesisStreamingDestination', 'UpdateKinesisStreamingDestination', 'ImportTable'],
  ...['DescribeKinesisStreamingDestination', 'DescribeExport', 'ListExports', 'DescribeImport'],
  ...['ListImports', 'GetResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'],
] as const;

const OPERATIONS = new Map<string, Operation>([
  ...entries('SET_UP', SET_UP),
  ...entries('READ', READS),
  ...entries('WRITE', WRITES),
  ...REFUSED.map((name): [string, Operation] => [name, { kind: 'SET_UP', handle: refuse }]),
]);

/** Null: there is no such operation. */
export function kindOf(operation: string): OperationKind | null {
  return OPERATIONS.get(operation)?.kind ?? null;
}

/** @throws what is no client's fault */
export function handle(request: Request): WireAnswer | Promise<WireAnswer> {
  const operation = OPERATIONS.get(request.operation);
  if (operation === undefined) return unknownOperation();
  const isOurs = request.operation !== 'CreateTable' && namesSystemTable(request.input);
  return isOurs ? resourceNotFound() : operation.handle(request);
}

function entries(
  kind: OperationKind,
  handlers: Readonly<Record<string, Handler>>,
): [string, Operation][] {
  return Object.entries(handlers).map(([name, handler]) => [name, { kind, handle: handler }]);
}
