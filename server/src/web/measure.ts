// How deep an operation goes and how many objects its answer may hold, before it is run. Pure.
// A list counts as long as the `first` that governs it says (its own argument or, for a
// connection's edges, its parent's), and as 10 where nothing says. Leaves cost nothing.
import {
  getNamedType,
  GraphQLInt,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS } from '@worldseat/schema/domain';

/** Length that a list without `first` is taken to have. */
const ASSUMED_LIST_LENGTH = 10;
/** No page is longer, whatever `first` says: the resolver refuses more. */
const LONGEST_PAGE = LIMITS.pageSize.max;

export interface Measure {
  /** Nested fields, outside of introspection. */
  readonly depth: number;
  /** Nested fields under __schema and __type. */
  readonly introspectionDepth: number;
  /** Objects, estimated. */
  readonly cost: number;
}

type Variables = Readonly<Record<string, unknown>>;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** One measure for each fragment and list length: spreads must not multiply the work. */
  readonly known: Map<string, Measure>;
}

const NOTHING: Measure = { depth: 0, introspectionDepth: 0, cost: 0 };

/** @param variables as sent, unchecked. Unknown fields and fragments count as nothing. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const walk = {
    schema,
    variables: withDefaults(operation, variables),
    fragments,
    known: new Map(),
  };
  const root = schema.getRootType(operation.operation)?.name;
  return ofSelections(walk, operation.selectionSet, root, ASSUMED_LIST_LENGTH);
}

function withDefaults(operation: OperationDefinitionNode, given: Variables): Variables {
  const variables: Record<string, unknown> = { ...given };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) {
      variables[variable.name.value] ??= Number(defaultValue.value);
    }
  }
  return variables;
}

function ofSelections(
  walk: Walk,
  { selections }: SelectionSetNode,
  parent: string | undefined,
  listLength: number,
): Measure {
  return selections
    .map((selection) => ofSelection(walk, selection, parent, listLength))
    .reduce(together, NOTHING);
}

function ofSelection(
  walk: Walk,
  selection: SelectionNode,
  parent: string | undefined,
  listLength: number,
): Measure {
  if (selection.kind === Kind.FIELD) return ofField(walk, selection, parent, listLength);
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    return ofFragment(walk, selection.name.value, listLength);
  }
  const narrowed = selection.typeCondition?.name.value ?? parent;
  return ofSelections(walk, selection.selectionSet, narrowed, listLength);
}

function ofFragment(walk: Walk, name: string, listLength: number): Measure {
  const key = `${name} ${listLength}`;
  const known = walk.known.get(key);
  if (known !== undefined) return known;
  const fragment = walk.fragments.get(name);
  if (fragment === undefined) return NOTHING;
  // A fragment inside itself counts as nothing; that it may not be is another rule's word.
  walk.known.set(key, NOTHING);
  const type = fragment.typeCondition.name.value;
  const measure = ofSelections(walk, fragment.selectionSet, type, listLength);
  walk.known.set(key, measure);
  return measure;
}

function ofField(
  walk: Walk,
  node: FieldNode,
  parent: string | undefined,
  listLength: number,
): Measure {
  if (node.name.value.startsWith('__')) return ofIntrospection(walk, node);
  const field = findField(walk.schema, parent, node.name.value);
  const page = field ? pageLength(walk.variables, node, field) : null;
  const type = field ? getNamedType(field.type) : undefined;
  const inner =
    node.selectionSet === undefined
      ? NOTHING
      : ofSelections(walk, node.selectionSet, type?.name, page ?? ASSUMED_LIST_LENGTH);
  const count = isList(field?.type) ? (page ?? listLength) : 1;
  return {
    depth: inner.depth + 1,
    introspectionDepth: inner.introspectionDepth,
    cost: isCompositeType(type) ? count * (1 + inner.cost) : 0,
  };
}

function findField(schema: GraphQLSchema, parent: string | undefined, name: string) {
  const type = parent === undefined ? undefined : schema.getType(parent);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isList(type: unknown): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function ofIntrospection(walk: Walk, node: FieldNode): Measure {
  if (node.selectionSet === undefined) return { ...NOTHING, depth: 1 };
  const inner = ofSelections(walk, node.selectionSet, undefined, 1);
  const depth = Math.max(inner.depth, inner.introspectionDepth);
  return { depth: 1, introspectionDepth: depth + 1, cost: 1 };
}

function pageLength(
  variables: Variables,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): number | null {
  const argument = field.args.find(({ name }) => name === 'first');
  if (argument === undefined) return null;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const length = given && valueFromAST(given, GraphQLInt, variables);
  const asked = length ?? argument.defaultValue;
  if (typeof asked !== 'number' || Number.isNaN(asked)) return LONGEST_PAGE;
  return Math.min(Math.max(asked, 0), LONGEST_PAGE);
}

function together(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    cost: one.cost + other.cost,
  };
}
