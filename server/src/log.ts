// The one logger. Structured, to standard error, so that standard output stays for people.
// Never log a token, a key or a password.
import pino from 'pino';

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** @param level silent, error, warn, info or debug */
export function openLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
