// What a write would do to one item, without doing it: the store's own validations, conditions and
// updates, run on a view that holds just that item. So a write can be stamped, or made together with
// others, before anything is stored; and expressions are read by one parser only.
import putItem from 'dynalite/actions/putItem.js';
import updateItem from 'dynalite/actions/updateItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import validations from 'dynalite/validations/index.js';
import validatePut from 'dynalite/validations/putItem.js';
import validateUpdate from 'dynalite/validations/updateItem.js';
import validateDelete from 'dynalite/validations/deleteItem.js';
import type { TableSchema } from './table-catalog.ts';
import { answer, isItem, isObject, type Item, type JsonObject, type WireAnswer } from './wire.ts';

export type ItemOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

export type Plan =
  /** Not even the form of the request is right, whatever the item is. */
  | { readonly kind: 'MALFORMED'; readonly answer: WireAnswer }
  /** The item's state is against it: a condition, or an operand of another type. */
  | { readonly kind: 'REFUSED'; readonly answer: WireAnswer }
  /** @param item what is there afterwards, unstamped; null: nothing */
  | { readonly kind: 'FINE'; readonly answer: WireAnswer; readonly item: Item | null };

const OPERATIONS = {
  PutItem: { action: putItem, validation: validatePut },
  UpdateItem: { action: updateItem, validation: validateUpdate },
  DeleteItem: { action: deleteItem, validation: validateDelete },
} as const;

const MAX_ITEM_BYTES = 400 * 1024;

/** @param current the item as clients see it, or null @throws what dynalite throws as a bug */
export function plan(
  operation: ItemOperation,
  input: JsonObject,
  schema: TableSchema,
  current: Item | null,
): Plan {
  const { action, validation } = OPERATIONS[operation];
  const view = new OneItemView(schema, current);
  let checked: object;
  try {
    // It works on its argument.
    checked = validations.checkTypes(structuredClone(input), validation.types);
    validations.checkValidations(checked, validation.types, validation.custom, view);
  } catch (error) {
    return { kind: 'MALFORMED', answer: refusalOf(error) };
  }
  const plans: Plan[] = [];
  action(view, checked, (error, body) =>
    plans.push(
      error === null
        ? { kind: 'FINE', answer: answer({ ...body }), item: view.item }
        : { kind: 'REFUSED', answer: refusalOf(error) },
    ),
  );
  // Every step of the view is synchronous, and so is the action on it.
  const [only] = plans;
  if (only === undefined) throw new Error(`${operation} has no result`);
  return only;
}

/** An item that the store took, as the store spells it: of a number, one spelling of many. */
export function asStored(item: Item): Item {
  const checked = validations.checkTypes(structuredClone({ Item: item }), validatePut.types);
  const { Item: stored } = checked as { readonly Item: Item };
  for (const value of Object.values(stored)) validations.validateAttributeValue(value);
  // The checks build objects without a prototype.
  return JSON.parse(JSON.stringify(stored)) as Item;
}

function refusalOf(error: unknown): WireAnswer {
  if (error instanceof Error && 'statusCode' in error && 'body' in error && isObject(error.body)) {
    return answer(error.body, Number(error.statusCode));
  }
  throw error;
}

type Done = (error: unknown, value?: unknown) => void;

/** What the actions use of dynalite's store. */
class OneItemView {
  readonly options = { maxItemSize: MAX_ITEM_BYTES };
  readonly #schema: TableSchema;
  #item: Item | null;

  constructor(schema: TableSchema, item: Item | null) {
    this.#schema = schema;
    this.#item = structuredClone(item);
  }

  get item(): Item | null {
    return this.#item;
  }

  getTable(_name: string, done: Done): void {
    done(null, this.#schema);
  }

  getItemDb() {
    return {
      lock: (_key: string, task: (release: (done: Done) => Done) => void) => task((done) => done),
      get: (_key: string, done: Done) =>
        this.#item === null ? done({ name: 'NotFoundError' }) : done(null, this.#item),
      put: (_key: string, item: unknown, done: Done) => {
        // The actions build objects without a prototype, and share parts between attributes.
        const stored: unknown = JSON.parse(JSON.stringify(item));
        if (isItem(stored)) this.#item = stored;
        done(null);
      },
      del: (_key: string, done: Done) => {
        this.#item = null;
        done(null);
      },
    };
  }

  getIndexDb() {
    const ignore = (_key: string, ...rest: unknown[]) => (rest.at(-1) as Done)(null);
    return { put: ignore, del: ignore };
  }
}
