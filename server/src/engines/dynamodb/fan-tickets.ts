// The tickets of a fan, one item each, so that they can be counted. Written before the sale: when
// the second write is lost, or refused because the order was given up, a ticket without a sale stays.
// The fan may get fewer seats than the rule allows then, never more by that. Twice is once: the key
// is the order's.
import type { Sale } from '@worldseat/schema/domain';
import type { Attributes } from './items.ts';
import type { Caller } from './region-client.ts';

/** @throws the SDK's errors */
export async function putTicket(
  client: Caller,
  fanKey: string,
  { id, seatId, round }: Sale,
): Promise<void> {
  await client.call((db) =>
    db.putItem({
      TableName: client.tables.fanTickets,
      Item: {
        fan_key: { S: fanKey },
        order_id: { S: id },
        seat_id: { S: seatId },
        round: { N: String(round) },
      },
    }),
  );
}

/** A strong read in this Region. @throws the SDK's errors */
export async function countTickets(client: Caller, fanKey: string): Promise<number> {
  let tickets = 0;
  let start: Attributes | undefined;
  do {
    const page = await client.call((db) =>
      db.query({
        TableName: client.tables.fanTickets,
        KeyConditionExpression: 'fan_key = :fan',
        ExpressionAttributeValues: { ':fan': { S: fanKey } },
        Select: 'COUNT',
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    tickets += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return tickets;
}
