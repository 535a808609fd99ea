// Rules of what is neither a table nor an index: types, functions, sequences, privileges, and which
// objects can be renamed or dropped.
import type { ObjectType } from 'libpg-query';
import { kindOf } from '../kind.ts';
import { functionOption } from '../parser.ts';
import { stringOf } from '../survey.ts';
import {
  type Rule,
  notRecorded,
  numberOption,
  OBSERVED_BY_AWS,
  RECORDED,
  RECORDED_23_SEPTEMBER,
  statementIs,
  USER_GUIDE,
} from './rule.ts';

const RENAMED: ReadonlySet<string> = new Set<ObjectType>([
  ...(['OBJECT_TABLE', 'OBJECT_COLUMN', 'OBJECT_TABCONSTRAINT', 'OBJECT_VIEW'] as const),
  ...(['OBJECT_INDEX', 'OBJECT_SEQUENCE', 'OBJECT_SCHEMA', 'OBJECT_ROLE'] as const),
  ...(['OBJECT_FUNCTION', 'OBJECT_ROUTINE', 'OBJECT_DOMAIN', 'OBJECT_STATISTIC_EXT'] as const),
]);

const DROPPED: ReadonlySet<string> = new Set<ObjectType>([
  ...(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_INDEX', 'OBJECT_SEQUENCE'] as const),
  ...(['OBJECT_SCHEMA', 'OBJECT_FUNCTION', 'OBJECT_ROUTINE', 'OBJECT_DOMAIN'] as const),
  'OBJECT_STATISTIC_EXT',
]);

const isOption = (options: Parameters<typeof numberOption>[0], name: string): boolean =>
  (options ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === name);

export const OBJECT_RULES: readonly Rule[] = [
  {
    id: 'create-trigger',
    what: 'CREATE TRIGGER',
    matches: statementIs('CreateTrigStmt'),
    sqlstate: '0A000',
    message: 'CREATE TRIGGER not supported',
    source: RECORDED,
  },
  {
    id: 'create-enum',
    what: 'CREATE TYPE … AS ENUM',
    matches: statementIs('CreateEnumStmt'),
    sqlstate: '0A000',
    message: 'CREATE TYPE not supported',
    source: RECORDED,
  },
  {
    id: 'alter-enum',
    what: 'ALTER TYPE … ADD VALUE',
    matches: statementIs('AlterEnumStmt'),
    sqlstate: '0A000',
    message: 'ALTER TYPE not supported',
    source: RECORDED,
  },
  {
    id: 'rename-object',
    what: 'renaming what Aurora DSQL does not have: types, triggers, …',
    matches: statementIs('RenameStmt', ({ renameType = '' }) => !RENAMED.has(renameType)),
    sqlstate: '0A000',
    message: 'unsupported object in RENAME statement',
    source: `${RECORDED}, of a type`,
  },
  {
    id: 'drop-object',
    what: 'dropping what Aurora DSQL does not have: types, triggers, extensions, …',
    matches: statementIs('DropStmt', ({ removeType = '' }) => !DROPPED.has(removeType)),
    sqlstate: '0A000',
    message: 'unsupported object in DROP statement',
    source: `${RECORDED}, of a type`,
  },
  {
    id: 'sequence-cache',
    what: 'CREATE SEQUENCE without CACHE 1 or CACHE 65536 and more',
    matches: statementIs('CreateSeqStmt', ({ options }) => {
      const cache = numberOption(options, 'cache');
      return cache === null || (cache !== 1 && cache < 65_536);
    }),
    sqlstate: '0A000',
    message:
      'CREATE SEQUENCE is not supported without an explicit cache size. ' +
      'please define CACHE greater than or equal to 65536 or equal to 1',
    source: RECORDED,
  },
  {
    id: 'procedure',
    what: 'CREATE PROCEDURE',
    matches: statementIs('CreateFunctionStmt', (node) => node.is_procedure === true),
    sqlstate: '0A000',
    message: 'PROCEDURE is not supported',
    source: OBSERVED_BY_AWS,
  },
  {
    id: 'function-language',
    what: 'a function in another language than SQL',
    matches: statementIs('CreateFunctionStmt', ({ options, sql_body: body }) => {
      const language = functionOption(options, 'language');
      // Without a language PostgreSQL says what is missing, and a body of SQL needs none.
      if (language === null || body !== undefined) return null;
      return language.toLowerCase() === 'sql' ? null : language.toLowerCase();
    }),
    sqlstate: '0A000',
    message: 'CREATE FUNCTION with language {} not supported',
    source: RECORDED,
  },
  {
    id: 'security-definer',
    what: 'SECURITY DEFINER',
    matches: statementIs('CreateFunctionStmt', ({ options }) => isOption(options, 'security')),
    sqlstate: '0A000',
    message: 'SECURITY DEFINER not supported for CREATE FUNCTION',
    source: 'AWS (agent-plugins): unsupported; message not recorded',
  },
  {
    id: 'function-writes',
    what: 'a function that writes or locks: the gateway would not see its rows',
    matches: statementIs('CreateFunctionStmt', (_, { survey, inner }) => {
      const hides = [survey, ...inner.map((each) => each.survey)].some(
        ({ writes, selects }) =>
          writes.length > 0 || selects.some(({ lockingClause }) => lockingClause !== undefined),
      );
      return hides || inner.some((each) => ['DDL', 'OTHER'].includes(kindOf(each)));
    }),
    sqlstate: '0A000',
    message: 'functions that write are not supported by the local Aurora DSQL',
    source: 'not recorded; a limit of the local gateway',
  },
  {
    id: 'grant-on-public',
    what: 'GRANT or REVOKE ON SCHEMA public: it belongs to the system',
    matches: statementIs('GrantStmt', ({ objtype, targtype, objects }) =>
      objtype === 'OBJECT_SCHEMA' && targtype === 'ACL_TARGET_OBJECT'
        ? (objects ?? []).some((object) => stringOf(object) === 'public')
        : false,
    ),
    sqlstate: '0A000',
    message: 'feature not supported on system entity',
    source: RECORDED_23_SEPTEMBER,
  },
  {
    id: 'alter-role-password',
    what: 'a password: tokens are the only way in',
    matches: (statement) =>
      ['CreateRoleStmt', 'AlterRoleStmt'].includes(statement.name) &&
      JSON.stringify(statement.node).includes('"defname":"password"')
        ? ''
        : null,
    sqlstate: '0A000',
    message: 'PASSWORD not supported for roles',
    source: `${USER_GUIDE}: tokens only; ${notRecorded('CREATE TRIGGER not supported')}`,
  },
];
