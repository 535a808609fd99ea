// From the text of an operation to a document that may be run: the one gate that both transports
// pass through, so that no limit holds on one of them only. Nothing here throws anything but a
// GraphQLError, whatever was sent.
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { OPERATION_LIMITS, type OperationLimits } from './limits.ts';
import { measureOperation } from './measure.ts';

export type Transport = 'http' | 'websocket';

export interface OperationRequest {
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Documents whose parsing and validation are remembered; the oldest is forgotten. */
const REMEMBERED_DOCUMENTS = 200;
/** Characters; a longer document is parsed and validated each time. */
const REMEMBERED_LENGTH = 8_000;

export class Operations {
  readonly #schema: GraphQLSchema;
  readonly #limits: OperationLimits;
  readonly #documents = new Map<string, DocumentNode>();
  readonly #valid = new WeakSet<DocumentNode>();

  constructor(schema: GraphQLSchema, limits: OperationLimits = OPERATION_LIMITS) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** @throws GraphQLError when the text is not a GraphQL document or too long for one */
  parse(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known !== undefined) return known;
    return parse(query, { maxTokens: this.#limits.tokens });
  }

  /** Why the operation may not run on this transport; empty when it may. */
  check(
    document: DocumentNode,
    request: OperationRequest,
    transport: Transport,
  ): readonly GraphQLError[] {
    const faults = this.#valid.has(document) ? [] : this.#validate(document);
    if (faults.length > 0) return faults;
    this.#remember(document);
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return [namelessOperation(request)];
    if (operation.operation === OperationTypeNode.SUBSCRIPTION && transport === 'http')
      return [needsWebSocket()];
    const { cost } = measureOperation(this.#schema, document, operation, request.variables ?? {});
    return overLimit('cost', cost, this.#limits.cost);
  }

  /** Only what is valid, and small: what anybody may send must not push it out for long. */
  #remember(document: DocumentNode): void {
    const query = document.loc?.source.body ?? '';
    if (this.#valid.has(document) || query.length > REMEMBERED_LENGTH) return;
    this.#valid.add(document);
    const [oldest] = this.#documents.keys();
    if (oldest !== undefined && this.#documents.size >= REMEMBERED_DOCUMENTS) {
      this.#documents.delete(oldest);
    }
    this.#documents.set(query, document);
  }

  #validate(document: DocumentNode): readonly GraphQLError[] {
    const size = this.#checkSize(document);
    return size.length > 0 ? size : validate(this.#schema, document, specifiedRules);
  }

  /** Comes before the other rules, some of which take quadratic time. */
  #checkSize(document: DocumentNode): GraphQLError[] {
    const { aliases, directives } = countNodes(document);
    const faults = [
      ...overLimit('aliases', aliases, this.#limits.aliases),
      ...overLimit('directives', directives, this.#limits.directives),
    ];
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const measure = measureOperation(this.#schema, document, operation, {});
      faults.push(
        ...overLimit('depth', measure.depth, this.#limits.depth),
        ...overLimit(
          'introspectionDepth',
          measure.introspectionDepth,
          this.#limits.introspectionDepth,
        ),
      );
    }
    return faults;
  }
}

function countNodes(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { aliases, directives };
}

const LIMIT_WORDS: Readonly<Record<Exclude<keyof OperationLimits, 'tokens'>, string>> = {
  depth: 'levels of fields',
  introspectionDepth: 'levels of introspection',
  aliases: 'aliases',
  directives: 'directives',
  cost: 'objects, as estimated from its lists',
};

function overLimit(
  limit: keyof typeof LIMIT_WORDS,
  asked: number,
  allowed: number,
): GraphQLError[] {
  if (asked <= allowed) return [];
  const message = `This operation asks for ${asked} ${LIMIT_WORDS[limit]}; ${allowed} are allowed.`;
  return [new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', limit, allowed } })];
}

function namelessOperation({ operationName }: OperationRequest): GraphQLError {
  const message = operationName
    ? `The document has no operation named "${operationName}".`
    : 'The document must have one operation, or operationName must say which.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

function needsWebSocket(): GraphQLError {
  return new GraphQLError(
    'Subscriptions run over a WebSocket at this address, with the graphql-transport-ws protocol.',
    { extensions: { code: 'SUBSCRIPTION_NEEDS_WEBSOCKET' } },
  );
}
