// Writes the public schema, printed from the code, to schema/schema.graphql. The file is committed so
// that a change of the contract is seen in review; a test compares it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schema } from '@worldseat/schema/graph';
import { lexicographicSortSchema, printSchema } from 'graphql';

const file = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));
writeFileSync(file, `${printSchema(lexicographicSortSchema(schema))}\n`);
console.log(`written: ${file}`);
