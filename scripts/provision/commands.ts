// The three commands, for any program: create, status, destroy. Each returns its exit code.
import {
  isSame,
  readBlock,
  readEnvFile,
  setElsewhere,
  withBlock,
  withoutBlock,
  writeEnvFile,
  type Block,
} from './env-file.ts';
import { explain } from './fault.ts';
import type { Program, Step } from './program.ts';
import { existingLines, planLines, policyLines, stepLine } from './report.ts';
import { applySteps, foreseenSteps } from './run.ts';

export interface Task<Facts> {
  readonly program: Program<Facts>;
  readonly isApplied: boolean;
  readonly limitMs: number;
  readonly envFile: string;
  /** Of the block in the .env. */
  readonly envTitle: string;
  readonly generation: string;
  /** What npm start needs when all is made. */
  readonly settings: (facts: Facts) => Readonly<Record<string, string>>;
  readonly print: (line: string) => void;
}

export async function create<Facts>(task: Task<Facts>): Promise<number> {
  if (!task.isApplied) return dryRun(task);
  const { program, print } = task;
  print(program.title);
  // Before the first call: a run after this one must make its calls with the same tokens.
  if (program.next(await program.find()) !== null) writeBlock(task, readSettings(task));
  const facts = await apply(task);
  print(existingLines(program, facts).join('\n'));
  const block = writeBlock(task, task.settings(facts));
  print(`Written to ${task.envFile}:`);
  for (const [name, value] of Object.entries(block.settings)) print(`  ${name}=${value}`);
  for (const name of setElsewhere(readEnvFile(task.envFile), block)) {
    print(`Note: ${name} is set by another line of this file too; the later line wins.`);
  }
  return 0;
}

export async function destroy<Facts>(task: Task<Facts>): Promise<number> {
  if (!task.isApplied) return dryRun(task);
  const { program, envFile, envTitle, print } = task;
  print(program.title);
  const text = readEnvFile(envFile);
  // First: from now on nothing may start on what is being deleted, and no token may be used again.
  if (readBlock(text, envTitle) !== null) {
    writeEnvFile(envFile, withoutBlock(text, envTitle));
    print(`Removed the settings from ${envFile}.`);
  }
  const facts = await apply(task);
  print(existingLines(program, facts).join('\n'));
  return 0;
}

/** Ends with 0 only when everything is made and ready. */
export async function status<Facts>({ program, print, ...task }: Task<Facts>): Promise<number> {
  print(program.title);
  const facts = await program.find();
  print(existingLines(program, facts).join('\n'));
  const steps = foreseenSteps(program, facts);
  print(steps.length === 0 ? 'Everything is ready.' : `Not ready: ${steps.length} steps are left.`);
  const block = readBlock(readEnvFile(task.envFile), task.envTitle);
  const isCurrent = isSame(block?.settings ?? {}, task.settings(facts));
  if (steps.length === 0 && !isCurrent) {
    print(`${task.envFile} does not have its settings; create --apply writes them.`);
  }
  return steps.length === 0 ? 0 : 1;
}

async function dryRun<Facts>({ program, print }: Task<Facts>): Promise<number> {
  print(program.title);
  let facts = program.nothing;
  let exitCode = 0;
  try {
    facts = await program.find();
    print(existingLines(program, facts).join('\n'));
  } catch (error) {
    // Whoever may not look yet needs the policy all the more.
    print(`What exists could not be read (${explain(error)}).`);
    print('This is the plan for an account in which nothing exists:');
    exitCode = 1;
  }
  // The policy first: a state that stops the plan does not make it useless.
  print(policyLines(program, facts).join('\n'));
  print(planLines(foreseenSteps(program, facts)).join('\n'));
  print('Nothing was changed: this was a dry run. Add --apply to make these calls.');
  return exitCode;
}

function apply<Facts>({ program, limitMs, print }: Task<Facts>): Promise<Facts> {
  const onStep = (step: Step) => print(stepLine(step));
  return applySteps(program, { limitMs, onStep });
}

function readSettings<Facts>({ envFile, envTitle }: Task<Facts>): Block['settings'] {
  return readBlock(readEnvFile(envFile), envTitle)?.settings ?? {};
}

function writeBlock<Facts>(task: Task<Facts>, settings: Block['settings']): Block {
  const { envFile, envTitle: title, generation } = task;
  const block = { title, generation, settings };
  const text = readEnvFile(envFile);
  const next = withBlock(text, block);
  if (next !== text) writeEnvFile(envFile, next);
  return block;
}
