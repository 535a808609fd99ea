// axe-core in a page of the browser: what it finds that is serious or critical, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRule {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/**
 * Every serious or critical violation of WCAG 2 A and AA in the page as it stands, one line each:
 * the rule, what it asks for, and the first element that breaks it. Also looks into shadow roots.
 */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const violations = await page.evaluate<AxeRule[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''} (${nodes.length})`);
}
