import { it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { judge } from '../index.ts';
import { KINDS } from './histories.ts';
import { causesOf } from './causes.ts';
it('show', () => {
  const classes = new Map<string, { n: number; size: number; text: string }>(); let all = 0; const seen: Record<string, number> = {};
  for (let seed = 0; seed < 4000; seed += 1) for (const { name, make } of KINDS) { const input = make(seededRandom(seed)); if (input.releases) continue; all++;
    const a = causesOf(input); const b = judge(input).causes;
    for (const [k, v] of Object.entries(a)) seen[k] = (seen[k] ?? 0) + v;
    const d = Object.keys(a).filter((k) => a[k as 'UNKNOWN'] !== b[k as 'UNKNOWN']).map((k) => `${k} ref ${a[k as 'UNKNOWN'] > b[k as 'UNKNOWN'] ? '>' : '<'} wit`);
    if (d.length === 0) continue;
    const key = d.join();
    const size = input.answers.length + input.ledger.sales.length;
    const text = `${name} seed ${seed} ${JSON.stringify(a)} ${JSON.stringify(b)}\n  ` + input.answers.map((a) => `${a.orderId}/${a.seatId}r${a.round} ${a.buyer} ${a.region} p${a.presses} ${a.outcome}${a.lost ? '(lost)' : ''} ${a.rejectionReason ?? ''} [${a.callNs},${a.returnNs}]`).join('\n  ') +
        '\n  sales ' + input.ledger.sales.map((s) => `${s.id}/${s.seatId}r${s.round} ${s.buyer} ${s.region} ${s.soldAtMs}`).join(', ');
    const old = classes.get(key); if (!old) classes.set(key, { n: 1, size, text }); else { old.n++; if (size < old.size) { old.size = size; old.text = text; } }
  }
  console.log(all, seen, [...classes].map(([k, c]) => `### ${c.n}× ${k}\n${c.text}`).join('\n'));
});
