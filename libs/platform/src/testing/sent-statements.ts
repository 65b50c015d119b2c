import { Client } from 'pg';

type Query = (this: unknown, statement: unknown, ...others: unknown[]) => unknown;

/** Texts of what clients of PostgreSQL in this process send while the work runs: each is one message on the wire. */
export const statementsSentBy = async (
  work: () => Promise<unknown>,
  /** Whether a statement that goes out now counts; all do without. */
  counts: () => boolean = () => true,
): Promise<string[]> => {
  const sent: string[] = [];
  const { prototype } = Client as unknown as { prototype: { query: Query } };
  const { query } = prototype;
  prototype.query = function (statement, ...others) {
    if (counts()) sent.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
    return query.call(this, statement, ...others);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
};
