// Refusals that a caller must expect, as types beside the results: each says what was wrong.
import type { EngineUnavailable, InvalidInput, Overloaded } from '../services.ts';
import { builder } from './builder.ts';

export const InvalidInputErrorRef = builder.objectRef<InvalidInput>('InvalidInputError').implement({
  description: 'The input cannot be used; nothing was done.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What was wrong and what is allowed.' }),
    field: t.exposeString('field', { nullable: true, description: 'Which input was wrong.' }),
  }),
});

export const EngineUnavailableErrorRef = builder
  .objectRef<EngineUnavailable>('EngineUnavailableError')
  .implement({
    description: 'An engine, or one of its Regions, does not answer.',
    fields: (t) => ({
      message: t.exposeString('message', { description: 'What did not answer.' }),
      engine: t.exposeID('engine', { description: 'The engine that did not answer.' }),
    }),
  });

export const OverloadedErrorRef = builder.objectRef<Overloaded>('OverloadedError').implement({
  description: 'Too much is going on. Shed before anything was tried: certainly not sold.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'Which limit was met.' }),
    retryAfterMs: t.exposeInt('retryAfterMs', {
      description: 'Milliseconds to wait before trying again.',
    }),
  }),
});

/** Resolves a union whose members carry their own type name. */
export const byTypename = <Name extends string>({ __typename }: { __typename: Name }): Name =>
  __typename;
