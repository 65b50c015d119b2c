import { isDatabaseFailing } from '../database/index.js';

/**
 * What an error of PostgreSQL means to the client, by SQLSTATE. Policies should have refused most of it before; this
 * is the net below them, so that no input ends as a 500.
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codeBySqlState: Readonly<Record<string, string>> = {
  '22001': 'request.invalid', // text too long for its column
  '22003': 'request.invalid', // number out of range
  '22007': 'request.invalid', // date or time can't be read
  '22008': 'request.invalid', // date or time out of range
  '22009': 'request.invalid', // time zone displacement
  '22021': 'request.bad-text', // not UTF-8, or NUL
  '22023': 'request.invalid', // e.g. an unknown time zone
  '22032': 'request.invalid', // JSON
  '22P02': 'request.invalid', // e.g. not a UUID
  '22P05': 'request.bad-text', // escape of a character that can't be stored
  '23503': 'conflict.reference',
  '23505': 'conflict.duplicate',
  '23514': 'request.invalid',
  '23P01': 'conflict.overlap',
  '40001': 'conflict.retry',
  '40P01': 'conflict.retry',
  '55P03': 'conflict.retry',
  '57014': 'service.unavailable', // a statement took too long
};

/** The code of the catalogue for an error of the database or of the connection to it; null for any other error. */
export function databaseProblemCode(error: unknown): string | null {
  if (isDatabaseFailing(error)) return 'service.unavailable';
  const source = sourceOf(error);
  if (source === null) return null;
  if (source.code === '42501' && source.message.includes('row-level security')) return 'auth.forbidden';
  return codeBySqlState[source.code] ?? null;
}

function sourceOf(error: unknown): { code: string; message: string } | null {
  if (!(error instanceof Error)) return null;
  const driverError = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  const hasCode = 'code' in driverError && typeof driverError.code === 'string';
  return hasCode ? { code: String(driverError.code), message: driverError.message } : null;
}
