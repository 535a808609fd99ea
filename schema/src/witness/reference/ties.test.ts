// What happens in the same nanosecond may have happened in either order: rare in random histories.
import { expect, it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { judge } from '../index.ts';
import { expectedOf } from './expected.ts';
import { heardOf } from './heard.ts';
import { answerOf, draftOf, inputOf, releaseOf, saleOf } from './records.ts';

it.each(['Ana', 'Bo'])(
  'W5: of two who held a seat at one moment, %s may have been the last',
  (last) => {
    const random = seededRandom(1);
    const draft = draftOf(['A1']);
    for (const buyer of ['Ana', 'Bo']) {
      const told = { orderId: `order-${buyer}`, seatId: 'A1', buyer, callNs: 0, returnNs: 5 };
      const answer = answerOf(random, { ...told, outcome: 'CONFIRMED' });
      draft.answers.push(answer);
      draft.sales.push(saleOf(random, answer));
      const returnNs = buyer === last ? 9 : 6;
      draft.releases.push(releaseOf(answer, { outcome: 'RELEASED', callNs: 5, returnNs }));
    }
    const rejected = { orderId: 'order-Cy', seatId: 'A1', buyer: 'Cy', callNs: 7, returnNs: 8 };
    draft.answers.push(answerOf(random, { ...rejected, outcome: 'REJECTED' }));
    const input = inputOf(draft);
    const heard = heardOf(judge(input), input);
    expect(heard).toMatchObject({ accusations: [], doubleSells: 0, wrongRejections: 0 });
    expect(heard).toEqual(expectedOf(input));
  },
);
