/** What a stable error code means over HTTP: its status and a title that never changes with the request. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 431 | 500 | 503;
  readonly title: string;
}
export type ErrorTable = Readonly<Record<string, ErrorEntry>>;
