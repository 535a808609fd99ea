// What is printed: facts, steps and policies, each in a form that a person can check and paste.
import type { Program, Step } from './program.ts';

export function stepLine(step: Step): string {
  if (step.kind === 'WAIT') return `wait until ${step.until}`;
  return `${step.region}  ${step.operation} ${JSON.stringify(step.input)}`;
}

export function existingLines<Facts>(program: Program<Facts>, facts: Facts): string[] {
  return ['Exists now:', ...program.describe(facts).map(indent)];
}

export function planLines(steps: readonly Step[]): string[] {
  if (steps.length === 0) return ['Nothing is left to do.'];
  return ['Would do:', ...steps.map((step, index) => indent(`${index + 1}. ${stepLine(step)}`))];
}

export function policyLines<Facts>(program: Program<Facts>, facts: Facts): string[] {
  return [
    'IAM policy that this needs:',
    JSON.stringify(program.policy(facts), null, 2),
    ...program.notes(facts).map((note) => `Note: ${note}`),
  ];
}

function indent(line: string): string {
  return `  ${line}`;
}
