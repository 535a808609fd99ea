import { it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { judge } from '../index.ts';
import { KINDS } from './histories.ts';
import { expectedOf } from './expected.ts';
import { heardOf } from './heard.ts';
const RUNS = Number(process.env['RUNS'] ?? 9000);
it('classes', () => {
  for (const { name: kind, make } of KINDS) {
    const classes = new Map<string, { n: number; size: number; text: string }>();
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const input = make(seededRandom(seed));
      const e = expectedOf(input);
      const h = heardOf(judge(input), input);
      if (JSON.stringify(e) === JSON.stringify(h)) continue;
      const miss = e.accusations
        .filter((a) => !h.accusations.includes(a))
        .map((a) => 'ref' + a.slice(0, 2));
      const extra = h.accusations
        .filter((a) => !e.accusations.includes(a))
        .map((a) => 'wit' + a.slice(0, 2));
      const nums = (['doubleSells', 'overLimit', 'wrongRejections', 'hiddenSales'] as const)
        .filter((k) => e[k] !== h[k])
        .map((k) => `${k} ref>wit ${e[k] > h[k]}`);
      const key =
        [
          ...new Set([
            ...miss,
            ...extra,
            ...nums,
            ...(e.result !== h.result ? [`${e.result} vs wit ${h.result}`] : []),
          ]),
        ].join(' ') +
        ` | rel ${input.releases !== undefined} rule ${input.rule !== undefined} W1 ${e.accusations.some((a) => a.startsWith('W1'))} W2 ${e.accusations.some((a) => a.startsWith('W2'))} W3 ${e.accusations.some((a) => a.startsWith('W3'))} W6 ${e.accusations.some((a) => a.startsWith('W6'))}`;
      const size = input.answers.length + input.ledger.sales.length + (input.releases?.length ?? 0);
      const old = classes.get(key);
      const text = () =>
        `seed ${seed}\n  exp ${JSON.stringify(e)}\n  got ${JSON.stringify(h)}\n  ` +
        input.answers
          .map(
            (a) =>
              `${a.orderId}/${a.seatId}r${a.round} ${a.buyer} ${a.outcome}${a.lost ? '(lost)' : ''} ${a.rejectionReason ?? ''} [${a.callNs},${a.returnNs}]`,
          )
          .join('\n  ') +
        '\n  sales ' +
        input.ledger.sales.map((s) => `${s.id}/${s.seatId}r${s.round} ${s.buyer}`).join(', ') +
        '\n  rel ' +
        (input.releases ?? [])
          .map((r) => `${r.orderId}/${r.seatId} ${r.outcome} [${r.callNs},${r.returnNs}]`)
          .join(', ') +
        `\n  rule ${input.rule?.seatsPerFan} pending ${input.pending} holes ${input.holes.length} conv ${input.ledger.converged} unr ${input.ledger.unreachable.length}\n  tables ${JSON.stringify(input.tables.map((t) => ('rows' in t ? t.rows.map((r) => `${r.seatId}r${r.round} ${r.status} ${r.owner} ${r.orderId}`) : 'unreach')))}`;
      if (!old) classes.set(key, { n: 1, size, text: text() });
      else {
        old.n += 1;
        if (size < old.size) {
          old.size = size;
          old.text = text();
        }
      }
    }
    for (const [key, { n, text }] of [...classes]
      .sort((a, b) => b[1].n - a[1].n)
      .slice(0, Number(process.env['TOP'] ?? 6)))
      console.log(`### ${kind}: ${n}× ${key}\n  ${text}`);
    console.log(
      'total',
      kind,
      [...classes.values()].reduce((s, c) => s + c.n, 0),
    );
  }
});
