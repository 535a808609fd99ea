// The engine contract against the embedded DynamoDB Global Tables: real HTTP, real SDK, real disk.
import { openEmbeddedDynamoDb, type EmbeddedDynamoDb } from './embedded-dynamodb.ts';
import { describeEngineContract } from './engine.contract.ts';

let embedded: EmbeddedDynamoDb | undefined;

describeEngineContract('dynamodb, embedded global tables', {
  oneWinner: false,
  async open() {
    embedded = await openEmbeddedDynamoDb();
    return embedded.engine;
  },
  async close() {
    await embedded?.close();
  },
});
