// `npm run lab`: every engine with every strategy in every scenario, run through the GraphQL API,
// and what came out, as a table and as docs/LAB.md. Exit code 1 when the run does not show what
// the lab claims: see lab/claims.ts, and lab/arguments.ts for what can be asked.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readArguments, USAGE, type Arguments } from './lab/arguments.ts';
import { checkClaims } from './lab/claims.ts';
import { labDocument } from './lab/document.ts';
import { formatted } from './lab/markdown.ts';
import { beginLab, enginesOf, followLab } from './lab/run.ts';
import { printedClaims, printedRun, progressLine } from './lab/terminal.ts';
import { explain } from './lib/explain.ts';
import { withOwnServer } from './lib/own-server.ts';

const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'LAB.md');
const GIGABYTE = 1024 ** 3;

/** @returns the exit code */
async function run(url: string, args: Arguments): Promise<number> {
  const begun = await beginLab(url, args);
  let number = 0;
  const lab = await followLab(url, begun, (cell) => {
    number += 1;
    console.log(progressLine(cell, number, begun.cells.length));
  });
  const engines = await enginesOf(url, lab);
  const regionsOf = (id: string) =>
    engines.find((engine) => engine.id === id)?.header?.engine.regions.length ?? 0;
  const claims = checkClaims(lab.cells, regionsOf);
  console.log(`\n${printedRun(lab, engines)}\n\n${printedClaims(claims)}`);
  if (lab.note !== null) console.log(`The run did not end: ${lab.note}`);
  if (args.write) {
    const command = `npm run lab -- --seed ${lab.seed} --buyers ${lab.buyers}`;
    const text = labDocument({ run: lab, engines, claims, machine: machine(), command });
    writeFileSync(DOCUMENT, await formatted(text, DOCUMENT));
    console.log(`\nWritten: ${DOCUMENT}`);
  }
  const failed = claims.filter(({ state }) => state === 'FAILED').length;
  console.log(`\nSeed ${lab.seed}; ${failed} of ${claims.length} claims failed.`);
  return failed > 0 || lab.state !== 'SETTLED' ? 1 : 0;
}

function machine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / GIGABYTE)} GB`;
  const { platform, arch, version } = process;
  return `${cores.length} cores (${model}), ${memory}, ${platform} ${arch}, Node ${version}`;
}

async function main(): Promise<number> {
  try {
    const args = readArguments(process.argv.slice(2));
    const { url } = args;
    return url === null ? await withOwnServer((own) => run(own, args)) : await run(url, args);
  } catch (error) {
    return explain(error, USAGE);
  }
}

process.exitCode = await main();
