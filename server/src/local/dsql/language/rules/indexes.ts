// Rules of CREATE INDEX: it is asynchronous, a B-tree, and its keys have no direction.
import type { IndexElem, Node } from 'libpg-query';
import { words } from '../parser.ts';
import { type Rule, OBSERVED_BY_AWS, RECORDED, statementIs } from './rule.ts';

const keysOf = (nodes: readonly Node[] | undefined): readonly IndexElem[] =>
  (nodes ?? []).flatMap((node) => ('IndexElem' in node ? [node.IndexElem] : []));

/** The grammar fills in btree, so that USING btree shows only in the text. */
const saysUsing = (text: string): boolean =>
  words(text).some(({ text: word }) => /^using$/i.test(word));

export const INDEX_RULES: readonly Rule[] = [
  {
    id: 'index-concurrently',
    what: 'CREATE INDEX CONCURRENTLY',
    matches: statementIs('IndexStmt', ({ concurrent }) => concurrent === true),
    sqlstate: '0A000',
    message: 'CONCURRENTLY not supported for CREATE INDEX',
    source: OBSERVED_BY_AWS,
  },
  {
    id: 'index-method',
    what: 'CREATE INDEX … USING',
    matches: statementIs('IndexStmt', (_, { text }) => saysUsing(text)),
    sqlstate: '0A000',
    message: 'USING not supported for CREATE INDEX',
    source: 'recorded on a cluster, 23 July and 19 August 2026',
  },
  {
    id: 'index-not-async',
    what: 'CREATE INDEX without ASYNC',
    matches: statementIs('IndexStmt', (_, { isAsync }) => !isAsync),
    sqlstate: '0A000',
    message: 'unsupported mode. please use CREATE INDEX ASYNC.',
    source: RECORDED,
  },
  {
    id: 'index-direction',
    what: 'ASC or DESC in an index key',
    matches: statementIs('IndexStmt', ({ indexParams }) =>
      keysOf(indexParams).some(({ ordering }) => ordering !== 'SORTBY_DEFAULT'),
    ),
    sqlstate: '0A000',
    message: 'specifying sort order not supported for index keys',
    source: OBSERVED_BY_AWS,
  },
  {
    id: 'index-operator-class',
    what: 'an operator class in an index key',
    matches: statementIs('IndexStmt', ({ indexParams }) =>
      keysOf(indexParams).some(({ opclass }) => opclass !== undefined),
    ),
    sqlstate: '0A000',
    message: 'opclass not supported for index keys',
    source: OBSERVED_BY_AWS,
  },
  {
    id: 'index-columns',
    what: 'an index of more than eight columns',
    matches: statementIs('IndexStmt', ({ indexParams }) => keysOf(indexParams).length > 8),
    sqlstate: '54011',
    message: 'more than 8 column keys in an index are not supported',
    source: OBSERVED_BY_AWS,
  },
];
