import type { Database } from '#platform/database';

/** Polls of a process find nothing until the answer is called: what it hears meanwhile, it was told of. */
export const blindPolls = ({ dataSource }: Database): (() => void) => {
  const query = dataSource.query.bind(dataSource);
  const blind = async (sql: string, parameters?: unknown[]): Promise<unknown> =>
    sql.includes('AS waiting') ? [{ waiting: false, end: 0 }] : query(sql, parameters);
  Object.assign(dataSource, { query: blind });
  return () => void Object.assign(dataSource, { query });
};
