// The floor that is on sale: one item, written through the first Region.
import type { FloorRecord } from '../engine.ts';
import { text, whole } from './items.ts';
import type { RegionClient } from './region-client.ts';

const ID = 'main';

/** @throws the SDK's errors */
export async function readFloor(client: RegionClient): Promise<FloorRecord | null> {
  const { Item: item } = await client.call((db) =>
    db.getItem({ TableName: client.tables.floors, Key: { id: { S: ID } }, ConsistentRead: true }),
  );
  return item === undefined ? null : { venue: text(item, 'venue'), round: whole(item, 'round') };
}

/** @throws the SDK's errors */
export async function writeFloor(client: RegionClient, floor: FloorRecord): Promise<void> {
  await client.call((db) =>
    db.putItem({
      TableName: client.tables.floors,
      Item: {
        id: { S: ID },
        venue: { S: floor.venue },
        round: { N: String(floor.round) },
      },
    }),
  );
}
