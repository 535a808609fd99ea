// `pnpm provision`: sets up Aurora DSQL and DynamoDB global tables on AWS, or on stand-ins that speak
// as AWS does; see USAGE. Exit code 0: done; 1: it could not be done, the message says why; 2: usage.
import { randomUUID } from 'node:crypto';
import { readArguments, USAGE, type Arguments } from './provision/arguments.ts';
import { create, destroy, status, type Task } from './provision/commands.ts';
import { openDsqlPrograms } from './provision/dsql/programs.ts';
import { endpointSettings } from './provision/dsql/settings.ts';
import { openDynamoDbPrograms } from './provision/dynamodb/programs.ts';
import { tableSettings } from './provision/dynamodb/settings.ts';
import { readBlock, readEnvFile } from './provision/env-file.ts';
import { explain, ProvisionFault } from './provision/fault.ts';
import type { Program } from './provision/program.ts';

const COMMANDS = { create, destroy, status };

function taskOf(given: Arguments): Omit<Task<never>, 'program' | 'settings'> {
  const { engine, name, tables } = given;
  const envTitle = engine === 'dsql' ? `dsql ${name}` : `dynamodb ${name} ${tables.prefix}`;
  const before = readBlock(readEnvFile(given.envFile), envTitle);
  return {
    isApplied: given.isApplied,
    limitMs: given.limitMs,
    envFile: given.envFile,
    envTitle,
    generation: before?.generation ?? (given.isApplied ? randomUUID() : '<new>'),
    print: (line) => console.log(line),
  };
}

interface Programs<Facts> extends Readonly<Record<Arguments['command'], Program<Facts>>> {
  close(): void;
}

async function run<Facts>(
  { command }: Arguments,
  programs: Programs<Facts>,
  task: Omit<Task<Facts>, 'program'>,
): Promise<number> {
  try {
    return await COMMANDS[command]({ ...task, program: programs[command] });
  } finally {
    programs.close();
  }
}

function provision(given: Arguments): Promise<number> {
  const task = taskOf(given);
  if (given.engine === 'dsql') {
    const { name, regions, witness, caFile } = given;
    const programs = openDsqlPrograms({ name, regions, witness, generation: task.generation });
    return run(given, programs, { ...task, settings: (facts) => endpointSettings(facts, caFile) });
  }
  const plan = { ...given.tables, name: given.name };
  return run(given, openDynamoDbPrograms(plan), { ...task, settings: () => tableSettings(plan) });
}

async function main(): Promise<number> {
  try {
    const given = readArguments(process.argv.slice(2), process.env);
    if (given !== null) return await provision(given);
    console.log(USAGE);
    return 0;
  } catch (error) {
    console.error(explain(error));
    return error instanceof ProvisionFault && error.code === 'WRONG_ARGUMENTS' ? 2 : 1;
  }
}

process.exitCode = await main();
