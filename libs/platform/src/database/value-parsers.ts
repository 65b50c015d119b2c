import { types } from 'pg';

const { builtins } = types;

// A number where it is exact, the digits where it would not be.
const parseBigint = (text: string): number | string => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, parseBigint],
  // A local date has no zone; as a Date it would be midnight of wherever the process runs.
  [builtins.DATE, (text) => text],
]);

/** How values of the database's types become JavaScript's, per connection and not for the whole process. */
export const valueParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' ? parsers.get(oid) : undefined) ?? types.getTypeParser(oid, format),
};
