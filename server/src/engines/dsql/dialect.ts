// What Aurora DSQL alone says. It is told apart by SQLSTATE wherever that is enough; its words are
// read only where it has nothing else, and then its own fixed words.
import type { Dialect } from '../sql/dialect.ts';

export const AURORA_DSQL: Dialect = {
  // It has no other: snapshot isolation.
  isolation: 'REPEATABLE READ',
  schema: 'worldseat',
  kindOf: ({ code, message, hint = '' }) => {
    // The SQLSTATE of this refusal is not documented.
    if (message.includes('waking up cluster')) return 'WAKING_UP';
    // The token, or the credentials that signed it, were too old.
    if (code === '08006' && hint.startsWith('Signature expired')) return 'SIGNATURE_EXPIRED';
    return null;
  },
  // OC000: the data was changed by another transaction; OC001: the schema was.
  markerOf: ({ message }) => /\bOC00[01]\b/.exec(message)?.[0] ?? null,
};
