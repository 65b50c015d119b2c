import { createHash } from 'node:crypto';

/**
 * A statement that is prepared once per connection under its name, and only bound and executed from then on: for hot
 * statements, whose planning costs more than their work. A name stands for one text, whoever uses it; at most 63 bytes.
 */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** What a transaction runs: prepared where it is worth it, or just its text, which is prepared once it is used often. */
export type Statement = string | Prepared;

/** A statement with its parameters, as the driver takes it. */
export interface BoundStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

export const bound = (statement: Statement, values: unknown[]): BoundStatement => {
  if (typeof statement !== 'string') return { ...statement, values };
  const name = values.length === 0 ? null : nameOfOften(statement);
  return name === null ? { text: statement, values } : { name, text: statement, values };
};

/** So often this process has to use a text before each of its connections keeps a plan of it. */
const often = 32;
/** A plan takes some kilobytes of each connection; those that come to it first are those used most. */
const mostPrepared = 128;
const mostCounted = 2_000;
const uses = new Map<string, number>();
const names = new Map<string, string>();

/** Its columns follow those of a table: a migration would fail a plan that is kept. */
const takesAllColumns = /(?:\bSELECT|\bRETURNING|,|\.)\s*\*/i;

function nameOfOften(text: string): string | null {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= mostPrepared) return null;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < often || takesAllColumns.test(text)) {
    // Texts that are put together are countless.
    if (uses.size >= mostCounted) uses.clear();
    uses.set(text, count);
    return null;
  }
  uses.delete(text);
  const given = `often-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, given);
  return given;
}
