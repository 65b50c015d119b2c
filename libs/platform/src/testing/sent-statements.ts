import { Client } from 'pg';

type Query = (this: unknown, statement: unknown, ...others: unknown[]) => unknown;

export interface SentStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What clients of PostgreSQL in this process send while the work runs: each is one message on the wire. */
export const statementsSentBy = async (
  work: () => Promise<unknown>,
  /** Whether a statement that goes out now counts; all do without. */
  counts: () => boolean = () => true,
): Promise<SentStatement[]> => {
  const sent: SentStatement[] = [];
  const { prototype } = Client as unknown as { prototype: { query: Query } };
  const { query } = prototype;
  prototype.query = function (statement, ...others) {
    if (counts()) sent.push(sentStatement(statement));
    return query.call(this, statement, ...others);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
};

const sentStatement = (statement: unknown): SentStatement => {
  if (typeof statement === 'string') return { text: statement, values: [] };
  const { values = [], ...rest } = statement as Omit<SentStatement, 'values'> & Partial<SentStatement>;
  return { ...rest, values };
};
