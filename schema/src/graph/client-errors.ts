// Turns the port's named errors into GraphQL errors with a code that programs can read. Applied to
// every resolver of the finished schema, so that no field can forget it. Any other error passes
// unchanged: whoever serves the graph masks it.
import { GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { BadRequest, SlowConsumer } from '../services.ts';

/** The error as a client may see it, or the same error when it is not about the request. */
function clientError(error: unknown): unknown {
  if (error instanceof BadRequest) {
    const extensions = { code: 'BAD_USER_INPUT', field: error.field };
    return new GraphQLError(error.message, { extensions });
  }
  if (error instanceof SlowConsumer) {
    return new GraphQLError(error.message, { extensions: { code: error.code } });
  }
  return error;
}

/** Wraps each resolver of the schema, in place. Call once, on a schema just built. */
export function withClientErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = translating(field.resolve);
      if (field.subscribe) field.subscribe = translating(field.subscribe);
    }
  }
  return schema;
}

function translating<Args extends unknown[]>(call: (...args: Args) => unknown) {
  return (...args: Args): unknown => {
    try {
      const result = call(...args);
      return isPromise(result) ? result.catch(rethrow) : result;
    } catch (error) {
      return rethrow(error);
    }
  };
}

/**
 * The same events, with errors translated. Not a generator: return() must reach the source at once,
 * also while a next() is waiting, or the subscriber would leak until the next event.
 */
export function translatedEvents<Event>(source: AsyncIterable<Event>): AsyncIterable<Event> {
  return {
    [Symbol.asyncIterator]() {
      const events = source[Symbol.asyncIterator]();
      return {
        next: () => events.next().catch(rethrow),
        return: async () => (await events.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

function rethrow(error: unknown): never {
  throw clientError(error);
}
