// What docs/EMBED.md and the examples tell a speaker to write, as it is written there; and the part of
// Slidev that can be had without it: a slide that is left is not displayed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTRIBUTES } from '../../client/src/embed/settings.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { seriousFaults } from './axe.ts';
import { openFile, openFolder, pageOf, verdictsOf } from './embed-deck.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const textOf = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const GUIDE = textOf('docs', 'EMBED.md');
const RECORDING = textOf('examples', 'reveal', 'recording.js');
const SNIPPETS = [...GUIDE.matchAll(/^ *```html\n([\s\S]*?)^ *```/gm)].map(
  ([, code]) => code ?? '',
);
/** Recorded for the examples: a real run. */
const VERDICTS = ['dsql LINEARIZABLE', 'dynamodb VIOLATED'];
const later = leftovers();
let browser: Browser;

beforeAll(async () => {
  if (noBrowser) return;
  browser = await openBrowser();
  later(() => browser.close());
});

async function open(html: string, options: Parameters<typeof openFile>[3] = {}): Promise<Page> {
  const folder = await openFolder(later, { 'deck.html': html, 'recording.js': RECORDING });
  const { page, complaints } = await openFile(browser, join(folder, 'deck.html'), '', options);
  later(() => page.context().close());
  expect(complaints).toEqual([]);
  return page;
}

const snippet = (holds: string): string => {
  const found = SNIPPETS.find((code) => code.includes(holds));
  if (found === undefined) throw new Error(`the guide has no snippet with ${holds}`);
  return found;
};
const end = async (page: Page): Promise<string[]> => {
  await page.locator('world-seat [data-showing=RECORDED]').waitFor();
  await page.evaluate("document.querySelector('world-seat').seek(1e9)");
  await page.locator('world-seat [data-verdict=LINEARIZABLE]').waitFor();
  await page.locator('world-seat [data-verdict=VIOLATED]').waitFor();
  return verdictsOf(page.locator('world-seat'));
};

test('every attribute is in the guide, and the guide and the examples name no other', () => {
  const rows = [...GUIDE.matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...ATTRIBUTES].sort());
  const decks = ['reveal/index.html', 'slidev/slides.md', 'reveal/README.md'];
  const used = [GUIDE, ...decks.map((deck) => textOf('examples', deck))].flatMap((text) =>
    [...text.matchAll(/<(?:world-seat|WorldSeat)\s([^>]*)>/g)].flatMap(([, attributes]) =>
      [...(attributes ?? '').matchAll(/([a-z-]+)(?==|\s|$)(?:="[^"]*")?/g)].map(([, name]) => name),
    ),
  );
  const known = new Set<string | undefined>([...ATTRIBUTES, 'class', 'style']);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

describe.skipIf(noBrowser)('the snippets of the guide', () => {
  test('the whole deck of the beginning', async () => {
    const page = await open(snippet('autoplay'));
    await page.locator('world-seat button[aria-label=Pause]').waitFor();
    expect(await end(page)).toEqual(VERDICTS);
  });

  test('live first: where no server is, the recording', async () => {
    // The port of the guide may be somebody's: here nobody listens.
    const page = await open(pageOf(snippet('src="http').replace(':4000', ':9')));
    expect(await end(page)).toEqual(VERDICTS);
  });

  test('the event of a verdict', async () => {
    const page = await open(
      pageOf(`${snippet('worldseat-verdict')}<world-seat replay="recording">`),
    );
    await end(page);
    await waitFor(async () => (await page.title()) === 'dynamodb: VIOLATED');
  });

  test('a recording that stands in the page', async () => {
    const scope: { worldSeatRecordings?: Record<string, string> } = {};
    runInNewContext(RECORDING, scope);
    const text = scope.worldSeatRecordings?.['recording'] ?? '';
    const inline = snippet('application/x-ndjson').replace(/ *\{"format".*\n/, () => text);
    expect(inline).toContain(text);
    expect(await end(await open(pageOf(inline)))).toEqual(VERDICTS);
  });
});

describe.skipIf(noBrowser)('a slide as Slidev leaves it', () => {
  test('is not displayed: it stands still, and goes on when it comes back', async () => {
    const body = '<div id="slide"><world-seat replay="recording" autoplay></world-seat></div>';
    const page = await open(pageOf(body));
    const does = () => page.locator('button.play').getAttribute('aria-label');
    const display = (value: string) =>
      page.evaluate(`document.getElementById('slide').style.display = '${value}'`);
    await waitFor(async () => (await does()) === 'Pause');
    await display('none');
    await waitFor(async () => (await does()) === 'Play');
    await display('block');
    await waitFor(async () => (await does()) === 'Pause');
  });

  test('its keys reach the deck only when there is nothing left to step to', async () => {
    const heard = `<script>globalThis.heard = 0;
      addEventListener('keydown', () => { globalThis.heard += 1; });</script>`;
    const page = await open(
      pageOf(`${heard}<world-seat replay="recording" take="1" poster="end" steps></world-seat>`),
    );
    await page.locator('world-seat [data-showing=RECORDED]').waitFor();
    await page.keyboard.press('PageUp');
    expect(await page.evaluate('globalThis.heard')).toBe(0);
    await page.evaluate("document.querySelector('world-seat').seek(1e9)");
    await page.keyboard.press('PageDown');
    expect(await page.evaluate('globalThis.heard')).toBe(1);
  });
});

describe.skipIf(noBrowser)('care', () => {
  test('axe-core finds nothing serious, dark or light', async () => {
    const elements = ['dark', 'light'].map(
      (theme) => `<world-seat replay="recording" take="1" poster="end" theme="${theme}">
        </world-seat>`,
    );
    for (const element of elements) {
      const page = await open(pageOf(element));
      await end(page);
      expect(await seriousFaults(page)).toEqual([]);
    }
  });

  test('for whoever prefers less motion nothing starts by itself: it stands at its end', async () => {
    const page = await open(pageOf('<world-seat replay="recording" autoplay>'), {
      reducedMotion: 'reduce',
    });
    await page.locator('world-seat [data-verdict=VIOLATED]').waitFor();
    expect(await page.locator('button.play').getAttribute('aria-label')).toBe('Play');
  });
});
