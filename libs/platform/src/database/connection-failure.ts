import { StartFailure } from '../processes/index.js';

/** Where a database isn't reached or doesn't let us in, in one line that names it without its password. */
export const connectionFailure = (url: string, error: unknown): StartFailure => {
  const { hostname, port, pathname } = new URL(url);
  // A socket of the file system is named by its folder, with its slashes escaped.
  const place = `${decodeURIComponent(hostname)}:${port || '5432'}${pathname}`;
  return new StartFailure(`the database ${place} (see DATABASE_URL) can't be used: ${reasonOf(error)}`, {
    cause: error,
  });
};

// A name that resolves to several addresses fails once for each, in an error that says nothing itself.
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};
