type Status = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 414 | 415 | 417 | 422 | 428 | 429 | 431 | 500 | 503;

/** What a stable error code means over HTTP: its status and a title that never changes with the request. */
export interface ErrorEntry {
  readonly status: Status;
  readonly title: string;
}

/** The titles of error codes by their status, as a table by code. */
export const errorTable = (
  titles: Readonly<Partial<Record<Status, Readonly<Record<string, string>>>>>,
): Readonly<Record<string, ErrorEntry>> =>
  Object.fromEntries(
    Object.entries(titles).flatMap(([status, byCode]) =>
      Object.entries(byCode).map(([code, title]) => [code, { status: Number(status) as Status, title }]),
    ),
  );
