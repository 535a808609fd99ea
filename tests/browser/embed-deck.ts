// Folders of a speaker: the embed beside a recording, opened from a disk in a browser that has no
// network at all.
import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Close } from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const EMBED_FILE = join(ROOT, 'client', 'dist', 'embed.js');
const REVEAL = join(import.meta.dirname, '..', 'node_modules', 'reveal.js', 'dist');

/** A folder with the files, embed.js among them. @param later removes it */
export async function openFolder(
  later: (close: Close) => void,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await tempFolder(later);
  await copyFile(EMBED_FILE, join(folder, 'embed.js'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** The deck of examples/reveal, complete as its README says. */
export async function openRevealDeck(later: (close: Close) => void): Promise<string> {
  const folder = await openFolder(later, {});
  await cp(join(ROOT, 'examples', 'reveal'), folder, { recursive: true });
  await mkdir(join(folder, 'reveal'));
  await cp(REVEAL, join(folder, 'reveal'), { recursive: true });
  return folder;
}

/** A page with these elements that loads what lies beside it. */
export function pageOf(body: string, scripts: readonly string[] = ['recording.js']): string {
  const loads = [...scripts, 'embed.js'].map((name) => `<script src="${name}"></script>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Deck</title><body>${body}${loads.join('')}`;
}

export interface Opened {
  readonly page: Page;
  /** Whatever it asked for that does not lie on the disk. */
  readonly foreign: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a file with the network cut. @param query such as "?view=print" */
export async function openFile(
  browser: Browser,
  path: string,
  query = '',
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, ...options });
  await context.setOffline(true);
  return watched(context, `${pathToFileURL(path).href}${query}`);
}

export async function watched(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // A frame that is never answered would keep the document loading.
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, foreign, complaints };
}

/** The verdicts that an element shows, by engine: "dsql LINEARIZABLE". */
export async function verdictsOf(element: Locator): Promise<string[]> {
  const verdicts: string[] = [];
  for (const column of await element.locator('section[data-engine]').all()) {
    const verdict = await column.locator('[data-verdict]').getAttribute('data-verdict');
    verdicts.push(`${await column.getAttribute('data-engine')} ${verdict}`);
  }
  return verdicts;
}
