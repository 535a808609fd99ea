// axe-core in a page of any browser: what it finds that is serious or critical, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RUN = `axe.run(document, { resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, impact, help, nodes }) =>
    ({ id, impact, help, nodes: nodes.map(({ html }) => ({ html })) })))`;

interface AxeRule {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A page: evaluates a script in it. */
interface Evaluating {
  evaluate(script: string): Promise<unknown>;
}

/**
 * Every serious or critical violation of WCAG 2 A and AA in the page as it stands, one line each:
 * the rule, what it asks for, and the first element that breaks it. Also looks into shadow roots.
 */
export async function seriousFaults(page: Evaluating): Promise<string[]> {
  // Once a document, however often it is judged. What its last line comes to is not for the wire.
  const isThere = await page.evaluate("typeof axe === 'object'");
  if (isThere !== true) await page.evaluate(`${SOURCE};undefined`);
  const violations = (await page.evaluate(RUN)) as AxeRule[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''} (${nodes.length})`);
}
