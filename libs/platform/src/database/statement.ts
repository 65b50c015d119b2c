/**
 * A statement that is prepared once per connection under its name, and only bound and executed from then on: for hot
 * statements, whose planning costs more than their work. A name stands for one text, whoever uses it; at most 63 bytes.
 */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** What a transaction runs: prepared where it is worth it, or just its text. */
export type Statement = string | Prepared;

/** A statement with its parameters, as the driver takes it. */
export interface BoundStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

export const bound = (statement: Statement, values: unknown[]): BoundStatement =>
  typeof statement === 'string' ? { text: statement, values } : { ...statement, values };
