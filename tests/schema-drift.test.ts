// The public schema against two files: schema.graphql, printed from the code, must be up to date; and
// what the contract names must exist with exactly that meaning (more is welcome, if it is optional).
import { readFileSync } from 'node:fs';
import { schema } from '@worldseat/schema/graph';
import {
  astFromValue,
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  print,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const contract = buildSchema(read('./contract/contract.graphql'));

describe('schema/schema.graphql', () => {
  it('is what the code prints (npm run print-schema writes it)', () => {
    const printed = printSchema(lexicographicSortSchema(schema));
    expect(read('../schema/schema.graphql')).toBe(`${printed}\n`);
  });
});

describe('the contract', () => {
  it.each(typesOf(contract).map((type) => [type.name, type] as const))(
    '%s has every part that it names, with the same type and default',
    (name, type) => {
      const ours = schema.getType(name);
      const actual = ours ? partsOf(ours) : {};
      const wanted = partsOf(type);
      const kept = Object.keys(wanted).filter((part) => part in actual);
      expect(Object.fromEntries(kept.map((part) => [part, actual[part]]))).toEqual(wanted);
    },
  );

  it('can be used without knowing what was added: nothing more is required', () => {
    const required = typesOf(contract).flatMap((type) => {
      const known = partsOf(type);
      return requiredInputsOf(schema.getType(type.name)).filter(
        // An argument of a field that was added is met by nobody who does not know the field.
        (input) => !(input in known) && (!input.includes('(') || fieldOf(input) in known),
      );
    });
    expect(required).toEqual([]);
  });

  it('is compared part by part: types, arguments, defaults, values, members', () => {
    const ours = buildSchema('type Query { a(b: Int = 1): [Int!]! } enum E { X } union U = Query');
    expect(typesOf(ours).map((type) => partsOf(type))).toEqual([
      { kind: 'GraphQLObjectType', 'Query.a': '[Int!]!', 'Query.a(b)': 'Int = 1' },
      { kind: 'GraphQLEnumType', 'E.X': 'value' },
      { kind: 'GraphQLUnionType', 'U.Query': 'member' },
    ]);
  });
});

describe('GraphiQL', () => {
  it('has a description for every type, field, argument and value', () => {
    const all = typesOf(schema).flatMap((type) => describedPartsOf(type));
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });
});

function typesOf(of: GraphQLSchema): GraphQLNamedType[] {
  const types = Object.values(of.getTypeMap());
  return types.filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
}

/** Everything that a type promises, as flat entries that can be compared. */
function partsOf(type: GraphQLNamedType): Record<string, string> {
  const parts: [string, string][] = [['kind', type.constructor.name]];
  if (isObjectType(type)) {
    for (const { name, type: fieldType, args } of Object.values(type.getFields())) {
      parts.push([`${type.name}.${name}`, String(fieldType)]);
      for (const arg of args) parts.push([`${type.name}.${name}(${arg.name})`, inputText(arg)]);
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, inputText(field)]);
    }
  }
  if (isEnumType(type)) {
    for (const { name } of type.getValues()) parts.push([`${type.name}.${name}`, 'value']);
  }
  if (isUnionType(type)) {
    for (const { name } of type.getTypes()) parts.push([`${type.name}.${name}`, 'member']);
  }
  return Object.fromEntries(parts);
}

function inputText({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const value = astFromValue(defaultValue, type);
  return value && defaultValue !== undefined ? `${String(type)} = ${print(value)}` : String(type);
}

/** "Type.field(argument)" without its argument. */
const fieldOf = (input: string): string => input.slice(0, input.indexOf('('));

function requiredInputsOf(type: GraphQLNamedType | undefined): string[] {
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return fields.map(({ name }) => `${type.name}.${name}`);
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.filter(isRequiredArgument).map((arg) => `${type.name}.${name}(${arg.name})`),
  );
}

function describedPartsOf(type: GraphQLNamedType): { name: string; description: unknown }[] {
  const whole = { name: type.name, description: type.description };
  if (isEnumType(type)) return [whole, ...type.getValues()];
  if (isInputObjectType(type)) return [whole, ...Object.values(type.getFields())];
  if (!isObjectType(type)) return [whole];
  return [whole, ...Object.values(type.getFields()).flatMap((field) => [field, ...field.args])];
}
