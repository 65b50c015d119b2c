import { createHash } from 'node:crypto';
import { DomainError } from '#domain-error';
import { isStorableText } from '../json/index.js';

/** The sort keys of the last item of a page. */
export type CursorValues = Readonly<Record<string, string | number | null>>;
export type CursorShape<Values extends CursorValues> = {
  readonly [Name in keyof Values]: 'string' | 'number' | 'uuid' | 'nullable-string' | 'nullable-number';
};

const maxCursorLength = 2_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const checksumOf = (json: string): string =>
  createHash('sha256').update(`ajudant-cursor\n${json}`).digest('base64url').slice(0, 8);

/** An opaque text for `next`. */
export function encodeCursor(values: CursorValues): string {
  const json = JSON.stringify(values);
  return `${Buffer.from(json, 'utf8').toString('base64url')}.${checksumOf(json)}`;
}

/**
 * The values of a cursor of this shape. Anything that `encodeCursor` didn't make, or made for another list, is
 * `page.bad-cursor`. The checksum finds damage and guesswork; it is no signature, so never let a cursor grant anything.
 */
export function decodeCursor<Values extends CursorValues>(cursor: string, shape: CursorShape<Values>): Values {
  const values = readCursor(cursor);
  const names = Object.keys(shape) as (keyof Values & string)[];
  const fits =
    values !== null &&
    Object.keys(values).length === names.length &&
    names.every((name) => Object.hasOwn(values, name) && fitsKind(values[name], shape[name]));
  if (!fits) throw badCursor();
  return values as Values;
}

/** Whether it is a cursor at all, before anybody knows of which list. */
export function assertCursor(cursor: string): void {
  if (readCursor(cursor) === null) throw badCursor();
}

const badCursor = (): DomainError =>
  new DomainError('page.bad-cursor', { parameter: 'after', detail: 'Take the cursor from `next` of the page before.' });

function readCursor(cursor: string): Record<string, unknown> | null {
  const match = cursor.length <= maxCursorLength ? /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{8})$/.exec(cursor) : null;
  if (!match?.[1]) return null;
  const json = Buffer.from(match[1], 'base64url').toString('utf8');
  if (checksumOf(json) !== match[2]) return null;
  try {
    const values: unknown = JSON.parse(json);
    const isRecord = typeof values === 'object' && values !== null && !Array.isArray(values);
    return isRecord ? (values as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function fitsKind(value: unknown, kind: CursorShape<CursorValues>[string] | undefined): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string' && isStorableText(value);
    case 'uuid':
      return typeof value === 'string' && uuid.test(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'nullable-string':
      return value === null || fitsKind(value, 'string');
    case 'nullable-number':
      return value === null || fitsKind(value, 'number');
    case undefined:
      return false;
  }
}
