// How a command ends that could not do its work: said in words, with an exit code that is no verdict.
import { EXIT } from './exit-codes.ts';
import { Interrupted, NotOpened } from './own-server.ts';
import { NoAnswer, Refused } from './request.ts';
import { UsageError } from './usage-error.ts';

/** @returns the exit code */
export function explain(error: unknown, usage: string): number {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof UsageError || error instanceof Refused) {
    console.error(error.message);
    if (error instanceof UsageError) console.error(`\n${usage}`);
    return EXIT.wrongInput;
  }
  if (error instanceof NoAnswer || error instanceof NotOpened) {
    console.error(error.message);
    return EXIT.noServer;
  }
  console.error(error);
  return EXIT.fault;
}
