import { DomainError } from '#domain';
import { describeError } from '#platform/http';
import { parseJsonBody } from '#platform/json';
import { createReadStream } from 'node:fs';

/** Why a line was not taken. */
export interface Rejection {
  /** Number of the line in the file, from 1; blank lines count. */
  readonly line: number;
  /** JSON pointer (RFC 6901) of the field; empty for the line as a whole. */
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

/**
 * Reads a file of JSON Lines: each good line as what `read` makes of it, each bad one told to `reject`. A byte order mark,
 * carriage returns and blank lines do no harm.
 * @throws what the file system says about a file that can't be read
 */
export async function* readJsonLines<T>(
  path: string,
  read: (value: unknown, line: number) => T,
  reject: (rejection: Rejection) => void,
): AsyncGenerator<T> {
  let line = 0;
  for await (const bytes of linesOf(path)) {
    line += 1;
    if (isBlank(bytes)) continue;
    let good: T;
    try {
      good = read(parseJsonBody(bytes), line);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      for (const rejection of rejectionsOf(error, line)) reject(rejection);
      continue;
    }
    yield good;
  }
}

const [lineFeed, space] = [0x0a, 0x20];

/** Split at line feeds alone: JSON may hold the other characters that end a line elsewhere. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  }
  yield Buffer.concat(parts);
}

const byteOrderMark = Buffer.from('\uFEFF');
function isBlank(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  return text.every((byte) => byte <= space);
}

function rejectionsOf(error: DomainError, line: number): Rejection[] {
  const { code, detail, errors } = describeError(error).problem;
  if (code === 'request.malformed') return [{ line, field: '', code, reason: 'The line is not JSON.' }];
  if (errors === undefined) return [{ line, field: '', code, reason: detail }];
  return errors.map((field) => ({ line, field: field.pointer ?? '', code: field.code, reason: field.detail }));
}
