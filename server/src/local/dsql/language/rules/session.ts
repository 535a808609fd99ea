// Rules of a session: the few parameters that may be set, and what would undo the gateway's own
// prepared statements.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/accessing.html
import type { Node } from 'libpg-query';
import type { Parsed } from '../parser.ts';
import { isTree, nameParts } from '../survey.ts';
import { type Rule, anyOf, notRecorded, RECORDED, statementIs, USER_GUIDE } from './rule.ts';

const SETTABLE: ReadonlySet<string> = new Set([
  'application_name',
  'client_encoding',
  'datestyle',
  'extra_float_digits',
  'intervalstyle',
  'timezone',
  'search_path',
  'enable_bitmapscan',
  'enable_hashjoin',
  'enable_indexonlyscan',
  'enable_indexscan',
  'enable_material',
  'enable_mergejoin',
  'enable_nestloop',
  'dsql.enable_batched_nestloop',
  'enable_seqscan',
]);

/** By SET, and in the startup message. Case does not matter. */
export const isSettable = (parameter: string): boolean => SETTABLE.has(parameter.toLowerCase());

const refusedParameter = (name: string): string | null => (isSettable(name) ? null : name);

const isUtf8 = (encoding: string): boolean => /^(utf-?8|unicode)$/i.test(encoding);

const stringConstant = (node: Node | undefined): string | null =>
  node !== undefined && 'A_Const' in node ? (node.A_Const.sval?.sval ?? null) : null;

/** Arguments of every call of a function, anywhere in the statement. */
function callsOf({ node }: Parsed, name: string): readonly (readonly Node[])[] {
  const calls: (readonly Node[])[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isTree(value)) return;
    if (nameParts(value['funcname']).at(-1) === name && Array.isArray(value['args'])) {
      calls.push(value['args'] as Node[]);
    }
    Object.values(value).forEach(visit);
  };
  visit(node);
  return calls;
}

export const SESSION_RULES: readonly Rule[] = [
  {
    id: 'set-role',
    what: 'SET ROLE outside SET LOCAL',
    matches: statementIs(
      'VariableSetStmt',
      ({ kind, name, is_local: isLocal }) =>
        name === 'role' && kind !== 'VAR_RESET' && isLocal !== true,
    ),
    sqlstate: '0A000',
    message: 'setting configuration parameter "role" not supported',
    source: `recorded on a cluster, August 2026; ${USER_GUIDE}: SET LOCAL only`,
  },
  {
    id: 'set-client-encoding',
    what: 'a client encoding other than UTF8: the gateway could not read what it checks',
    matches: statementIs('VariableSetStmt', ({ name, args }) => {
      const encoding = name === 'client_encoding' ? stringConstant(args?.[0]) : null;
      return encoding === null || isUtf8(encoding) ? null : encoding;
    }),
    sqlstate: '0A000',
    message: 'client_encoding {} is not supported by the local Aurora DSQL, only UTF8',
    source: 'not recorded; a limit of the local gateway',
  },
  {
    id: 'set-parameter',
    what: 'SET or RESET of a parameter that is not on the list of the user guide',
    matches: anyOf(
      statementIs('VariableSetStmt', ({ kind, name }) =>
        kind === 'VAR_RESET_ALL' || name === 'role' ? null : refusedParameter(name ?? ''),
      ),
      statementIs('CreateFunctionStmt', ({ options }) => {
        for (const option of options ?? []) {
          const arg = 'DefElem' in option ? option.DefElem.arg : undefined;
          const name =
            arg !== undefined && 'VariableSetStmt' in arg ? arg.VariableSetStmt.name : '';
          if (name !== undefined && name !== '' && !isSettable(name)) return name;
        }
        return null;
      }),
    ),
    sqlstate: '0A000',
    message: 'setting configuration parameter "{}" not supported',
    source: `${RECORDED}; the list: ${USER_GUIDE}`,
  },
  {
    id: 'set-config',
    what: 'set_config() of such a parameter, or of one that is not written as a constant',
    matches: (statement) => {
      for (const [name] of callsOf(statement, 'set_config')) {
        const parameter = stringConstant(name) ?? 'set_config';
        if (!isSettable(parameter) || parameter === 'client_encoding') return parameter;
      }
      return null;
    },
    sqlstate: '0A000',
    message: 'setting configuration parameter "{}" not supported',
    source: 'recorded on a cluster, 28 August 2026',
  },
  {
    id: 'deallocate-all',
    what: "DEALLOCATE ALL: it would drop the gateway's statements",
    matches: statementIs('DeallocateStmt', ({ name }) => name === undefined),
    sqlstate: '0A000',
    message: 'unsupported statement: Deallocate',
    source: notRecorded('unsupported statement: Truncate'),
  },
];
