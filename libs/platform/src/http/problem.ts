import { errorCatalogue } from '#contracts/errors';

/** One refused value; where it stands is said by one of `pointer` (body), `parameter` (path or query) and `header`. */
export interface ProblemField {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  /** Which one it is, where the place stands for many: the date of one occurrence of a weekly series, say. */
  readonly which?: string;
  readonly code: string;
  readonly detail: string;
}

/** An answer as in RFC 9457, with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemField[];
}

export const problemMediaType = 'application/problem+json';
/** Where every code is explained; relative, so that it leads to whoever has answered. */
const errorPagePath = '/docs/errors';

/** A problem of the catalogue; a code that isn't in it is a programmer's error and told as one. */
export function problemOf(code: string, options: { detail?: string; errors?: readonly ProblemField[] } = {}): Problem {
  const known = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : undefined;
  const entry = known ?? { status: 500 as const, title: 'Something went wrong on our side' };
  const knownCode = known ? code : 'internal.error';
  return {
    type: `${errorPagePath}#${knownCode}`,
    title: entry.title,
    status: entry.status,
    code: knownCode,
    detail: (known && options.detail) ?? `${entry.title}.`,
    ...(options.errors && options.errors.length > 0 && { errors: options.errors }),
  };
}
