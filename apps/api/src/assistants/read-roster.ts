import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { FileRemarkDto, RejectedRosterLineDto } from '#contracts';
import type { TableFile } from '#platform/tables';
import { readRosterFile, rosterText } from './roster-file.js';
import { type ReadLine, readLine, rejected } from './roster-line.js';

/** A roster as it was read: lines that can be taken in, and why the others can't. */
export interface Roster {
  readonly lines: readonly { readonly line: number; readonly read: ReadLine }[];
  readonly refused: readonly RejectedRosterLineDto[];
  readonly remarks: readonly FileRemarkDto[];
  /** The whole file as CSV; null unless it was asked for. */
  readonly text: string | null;
}

/** A file as it was sent, and whether its text is wanted as well. */
export interface AskedRoster extends TableFile {
  readonly withText?: boolean;
}

/** Lines after which others get their turn: about five milliseconds. */
const linesAtATime = 50;

/**
 * Reads a roster, before any transaction and a little at a time.
 * @throws DomainError `roster.…` for what concerns the file as a whole
 */
export async function readRoster(sent: AskedRoster): Promise<Roster> {
  const file = await readRosterFile(sent);
  const lines: { line: number; read: ReadLine }[] = [];
  const refused: RejectedRosterLineDto[] = [];
  const seen = new Set<string>();
  for (const [index, { line, cells }] of file.lines.entries()) {
    if (index % linesAtATime === linesAtATime - 1) await turnOfOthers();
    const read = readLine({ line, cells });
    if ('code' in read) refused.push({ line, ...read });
    else if (seen.has(read.externalRef))
      refused.push({ line, ...rejected('roster.ref-twice', 'externalRef', read.externalRef) });
    else {
      seen.add(read.externalRef);
      lines.push({ line, read });
    }
  }
  return { lines, refused, remarks: file.remarks, text: sent.withText ? await rosterText(sent) : null };
}
