// The command line: every fault at once, in words; and what the defaults are.
import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { ProvisionFault } from './fault.ts';

function faultsOf(...argv: string[]): string {
  try {
    readArguments(argv, {});
  } catch (error) {
    expect(error).toBeInstanceOf(ProvisionFault);
    return (error as ProvisionFault).message.split('\n\n')[0] ?? '';
  }
  throw new Error('the arguments were accepted');
}

describe('the arguments of provision', () => {
  it('have defaults that need no account of one’s own', () => {
    expect(readArguments(['dsql', 'create'], {})).toMatchObject({
      engine: 'dsql',
      command: 'create',
      isApplied: false,
      name: 'worldseat',
      regions: ['us-east-1', 'us-east-2'],
      witness: 'us-west-2',
      caFile: null,
      limitMs: 900_000,
    });
    const { tables } = readArguments(['dynamodb', 'create', '--consistency', 'STRONG'], {}) ?? {};
    expect(tables).toEqual({
      regions: [
        { region: 'us-east-1', endpoint: null },
        { region: 'us-east-2', endpoint: null },
      ],
      consistency: 'STRONG',
      witness: 'us-west-2',
      prefix: 'worldseat_strong',
    });
    expect(readArguments(['--help'], {})).toBeNull();
  });

  it('are refused with every fault', () => {
    expect(
      faultsOf('dsql', 'make', '--name', 'a b', '--regions', 'us-east-1', '--witness', 'mars'),
    ).toBe(
      [
        'Say dsql or dynamodb, then create, status or destroy.',
        '--name must be 1 to 64 of a-z, A-Z, 0-9, _, . and -, not "a b".',
        '"mars" is no Region; write one as in us-east-1.',
        'A multi-Region cluster has exactly two --regions.',
      ].join('\n'),
    );
    expect(faultsOf('dsql', 'create', '--witness', 'us-east-1')).toBe(
      'The two --regions and the --witness must be different Regions.',
    );
    expect(faultsOf('dynamodb', 'create', '--prefix', 'a b', '--limit-seconds', '0')).toBe(
      [
        'DYNAMODB_TABLE_PREFIX must be 1 to 200 of a-z, A-Z, 0-9, _, . and -, not "a b".',
        '--limit-seconds must be a whole number from 1 to 86400.',
      ].join('\n'),
    );
    expect(faultsOf('dsql', 'create', '--aply')).toMatch(/Unknown option '--aply'/);
  });
});
