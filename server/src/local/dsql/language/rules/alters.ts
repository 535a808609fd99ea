// Rules of ALTER TABLE: few of PostgreSQL's actions exist, and none may read the rows that the
// table already has.
import type { AlterTableCmd, AlterTableType, Constraint, Node } from 'libpg-query';
import type { Parsed } from '../parser.ts';
import {
  type Rule,
  firstOf,
  notRecorded,
  OBSERVED_BY_AWS,
  RECORDED,
  statementIs,
  USER_GUIDE,
} from './rule.ts';

const onCommand = (
  subtype: AlterTableType,
  find: (command: AlterTableCmd, statement: Parsed) => boolean = () => true,
): Rule['matches'] =>
  statementIs('AlterTableStmt', ({ cmds }, statement) =>
    commandsOf(cmds).some((command) => command.subtype === subtype && find(command, statement)),
  );

const commandsOf = (nodes: readonly Node[] | undefined): readonly AlterTableCmd[] =>
  (nodes ?? []).flatMap((node) => ('AlterTableCmd' in node ? [node.AlterTableCmd] : []));

/** CHECK and FOREIGN KEY need NOT VALID; UNIQUE needs an index that exists; nothing else can be. */
function isAddable({ contype, skip_validation: isNotValid, indexname }: Constraint): boolean {
  if (contype === 'CONSTR_UNIQUE') return indexname !== undefined;
  return (contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN') && isNotValid === true;
}

const ALLOWED: ReadonlySet<string> = new Set<AlterTableType>([
  'AT_AddColumn',
  'AT_DropColumn',
  'AT_AddConstraint',
  'AT_DropConstraint',
  'AT_ValidateConstraint',
  'AT_ColumnDefault',
  'AT_DropNotNull',
  'AT_SetStorage',
  'AT_SetIdentity',
  'AT_DropIdentity',
  'AT_ChangeOwner',
]);

const WORDS: Readonly<Partial<Record<AlterTableType, string>>> = {
  AT_AddIdentity: 'ALTER COLUMN ... ADD GENERATED',
  AT_EnableTrig: 'ENABLE TRIGGER',
  AT_DisableTrig: 'DISABLE TRIGGER',
  AT_AttachPartition: 'ATTACH PARTITION',
  AT_DetachPartition: 'DETACH PARTITION',
  AT_AddInherit: 'INHERIT',
  AT_SetUnLogged: 'SET UNLOGGED',
  AT_SetLogged: 'SET LOGGED',
  AT_SetTableSpace: 'SET TABLESPACE',
  AT_SetRelOptions: 'SET',
  AT_ResetRelOptions: 'RESET',
  AT_ClusterOn: 'CLUSTER ON',
  AT_ReplicaIdentity: 'REPLICA IDENTITY',
  AT_AlterConstraint: 'ALTER CONSTRAINT',
  AT_SetCompression: 'ALTER COLUMN ... SET COMPRESSION',
};

export const ALTER_RULES: readonly Rule[] = [
  {
    id: 'alter-column-type',
    what: 'ALTER COLUMN … TYPE, whatever the type',
    matches: onCommand('AT_AlterColumnType'),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE ALTER COLUMN ... SET DATA TYPE statement',
    source: RECORDED,
  },
  {
    id: 'alter-column-statistics',
    what: 'ALTER COLUMN … SET STATISTICS',
    matches: onCommand('AT_SetStatistics'),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE ALTER COLUMN ... SET STATISTICS statement',
    source: OBSERVED_BY_AWS,
  },
  {
    id: 'alter-column-not-null',
    what: 'ALTER COLUMN … SET NOT NULL',
    matches: onCommand('AT_SetNotNull'),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE ALTER COLUMN ... SET NOT NULL statement',
    source: 'recorded on a cluster, 23 July 2026',
  },
  {
    id: 'row-security',
    what: 'ENABLE ROW LEVEL SECURITY',
    matches: onCommand('AT_EnableRowSecurity'),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE ENABLE ROW SECURITY statement',
    source: 'recorded on a cluster, 23 July 2026',
  },
  {
    id: 'add-constraint',
    what: 'ADD CONSTRAINT without NOT VALID, or of a key that adopts no index',
    matches: onCommand('AT_AddConstraint', ({ def }) =>
      def !== undefined && 'Constraint' in def ? !isAddable(def.Constraint) : false,
    ),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE ADD CONSTRAINT statement',
    source: RECORDED,
  },
  {
    id: 'validate-constraint',
    what: 'VALIDATE CONSTRAINT without ASYNC',
    matches: onCommand('AT_ValidateConstraint', (_, { isAsync }) => !isAsync),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE VALIDATE CONSTRAINT statement',
    source: RECORDED,
  },
  {
    id: 'alter-table-action',
    what: 'every other action that the user guide does not list',
    matches: statementIs('AlterTableStmt', ({ objtype, cmds }) =>
      objtype === 'OBJECT_TABLE'
        ? firstOf(commandsOf(cmds), ({ subtype = 'AT_AddOf' }) =>
            ALLOWED.has(subtype) ? null : (WORDS[subtype] ?? subtype.slice('AT_'.length)),
          )
        : null,
    ),
    sqlstate: '0A000',
    message: 'unsupported ALTER TABLE {} statement',
    source: `${USER_GUIDE}; ${notRecorded('unsupported ALTER TABLE ADD CONSTRAINT statement')}`,
  },
];

/** Asked after the types of columns, which a cluster names first. */
export const ADD_COLUMN_RULES: readonly Rule[] = [
  {
    id: 'add-column-constraint',
    what: 'ADD COLUMN with a constraint, a default, an identity',
    matches: onCommand('AT_AddColumn', ({ def }) =>
      def !== undefined && 'ColumnDef' in def
        ? (def.ColumnDef.constraints ?? []).length > 0
        : false,
    ),
    sqlstate: '0A000',
    message: 'ALTER TABLE ADD COLUMN with constraint not supported',
    source: RECORDED,
  },
];
