// A recording as one HTML file that needs nothing else: the embed, the histories, and in words what
// the Witness says here. It opens from a disk and may load nothing. The picture's verdict is worked
// out again by the browser; the words are the server's. Pure.
import { createHash } from 'node:crypto';
import { CAUSES } from '@worldseat/schema/domain';
import { readRecording, witnessInputOf, type History } from '@worldseat/schema/history';
import { judge, type Finding } from '@worldseat/schema/witness';
import { inlineScript, recordingScript } from './recording-script.ts';
import { REPORT_STYLE } from './report-style.ts';

export interface Report {
  readonly html: string;
  /** What the page may do; the same is in the page, for when it is opened from a disk. */
  readonly policy: string;
}

/** Breaches that are written out; the files hold the rest. */
const MOST_BREACHES = 12;
const NAME = 'report';

/** @param text of a recording or a history. @throws HistoryFault when it is neither */
export function reportPage(text: string, embedScript: string): Report {
  const { title, recordedAt, takes } = readRecording(text);
  const scripts = [inlineScript(embedScript), recordingScript(NAME, text)];
  const policy = policyOf(scripts);
  const sections = takes.flatMap(({ histories }) => histories.map(evidence));
  const html = [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${plain(title)} · WorldSeat</title>`,
    `<style>${REPORT_STYLE}</style></head><body>`,
    `<h1>${plain(title)}</h1>`,
    `<p><b>RECORDED</b> ${plain(recordedAt)}. This file holds everything: the picture below is`,
    'replayed from the recorded times, and its verdict is worked out by this browser.</p>',
    `<world-seat replay="${NAME}" poster="end"></world-seat>`,
    ...sections,
    ...scripts.map((script) => `<script>${script}</script>`),
    '</body></html>\n',
  ].join('\n');
  return { html, policy };
}

function policyOf(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function evidence(history: History): string {
  const { burst, engine, rule } = history.header;
  const finding = judge(witnessInputOf(history), burst.seatId ?? undefined);
  const where = burst.seatId === null ? 'over the whole floor' : `at seat ${burst.seatId}`;
  const limit = rule === null ? '' : `, at most ${rule.seatsPerFan} seats a fan`;
  return [
    `<section data-engine="${plain(engine.id)}">`,
    `<h2>${plain(engine.name)} <small>${plain(engine.consistency)}</small></h2>`,
    `<p><b>${engine.deployment}</b> ${plain(engine.components)}</p>`,
    `<p>${burst.scenario} ${plain(where)}${limit}: ${burst.buyers} buyers,`,
    `strategy ${burst.strategy}, seed ${burst.seed}, burst ${plain(burst.id)}.</p>`,
    `<h3 class="${finding.result}">${finding.result}</h3>`,
    list(finding.reasons),
    table(figuresOf(history, finding)),
    ...breaches(finding),
    '</section>',
  ].join('\n');
}

function figuresOf(history: History, finding: Finding): readonly (readonly [string, number])[] {
  const told = history.answers.filter(({ outcome }) => outcome === 'CONFIRMED').length;
  return [
    [told === 1 ? 'buyer was told “yours”' : 'buyers were told “yours”', told],
    [`${ticketsOf(finding.sales)} in the ledger`, finding.sales],
    [finding.seatsSold === 1 ? 'seat sold' : 'seats sold', finding.seatsSold],
    [`${ticketsOf(finding.doubleSells)} too many`, finding.doubleSells],
    ['hidden by the seats tables', finding.hiddenSales],
    ['wrongly turned away', finding.wrongRejections],
    ...CAUSES.filter((cause) => finding.causes[cause] > 0).map(
      (cause) => [`because of ${cause}`, finding.causes[cause]] as const,
    ),
  ];
}

const ticketsOf = (count: number): string => (count === 1 ? 'ticket' : 'tickets');

function breaches({ breaches: all }: Finding): readonly string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_BREACHES).map(({ rule, words }) => `${rule} ${words}`);
  const rest = all.length - shown.length;
  const more = rest === 0 ? [] : [`<p>and ${rest} more in the file</p>`];
  return ['<h3>The evidence</h3>', list(shown), ...more];
}

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${plain(item)}</li>`).join('')}</ul>`;

const table = (rows: readonly (readonly [string, number])[]): string =>
  `<table>${rows
    .map(([what, count]) => `<tr><td>${count}</td><th scope="row">${plain(what)}</th></tr>`)
    .join('')}</table>`;

/** Text that comes from a file must not become markup. */
function plain(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => named[character] ?? '');
}
