import type { ImportedDuty } from '#domain';

/**
 * Imported duties as JSON Lines in memory that threads share. A large catalogue is tens of megabytes: as objects it would take several times
 * that, once in the thread that reads it from the database and once in each that indexes it.
 */
export type WrittenDuties = SharedArrayBuffer;

/** @param pages lines without a break behind the last one */
export function writtenTogether(pages: readonly string[]): WrittenDuties {
  const lines = pages.map((page) => Buffer.from(`${page}\n`));
  const shared = new SharedArrayBuffer(lines.reduce((size, { length }) => size + length, 0));
  const bytes = Buffer.from(shared);
  let end = 0;
  for (const line of lines) end += line.copy(bytes, end);
  return shared;
}

export function readDuties(written: WrittenDuties): ImportedDuty[] {
  const bytes = Buffer.from(written);
  const duties: ImportedDuty[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    duties.push(JSON.parse(bytes.toString('utf8', start, end)) as ImportedDuty);
    start = end + 1;
  }
  return duties;
}
