// A program to be killed: sells seats one after the other on an embedded dsql engine, and prints
// each confirmed sale as a line of JSON once it has its receipt.
import { naive } from '../../server/src/purchase/naive.ts';
import { openGatewayDsql } from './embedded-dsql.ts';
import { orderFor } from './engine-helpers.ts';

const { engine } = await openGatewayDsql({ folder: process.argv[2] ?? '' });
for (let index = 0; ; index += 1) {
  const seatId = `S-${index}`;
  await engine.openRounds([seatId]);
  const { sale } = await engine.run(orderFor(engine, seatId, 'ann', index), naive);
  if (sale === null) throw new Error(`seat ${seatId} was not sold`);
  process.stdout.write(`${JSON.stringify(sale)}\n`);
}
