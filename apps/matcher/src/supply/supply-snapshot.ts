import type { Candidate } from '#domain';
import type { Transaction } from '#platform/database';
import { Logger } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { AgencyFacts } from '../search/columns/agency-table.js';
import type { ListedAssistant } from '../search/columns/supply-columns.js';
import type { ReadMark } from './read-mark.js';

/** Grows with every change of what a line holds. */
const format = 3;
const fileName = 'supply.ndjson';
const linesAtATime = 500;

/** The database whose history a mark belongs to: marks of another one mean nothing, nor those of a time that was undone. */
export interface History {
  readonly system: string;
  readonly timeline: number;
  readonly database: string;
}

/** One fact of a snapshot. */
export type SnapshotLine =
  | { readonly agencyId: string; readonly facts: AgencyFacts }
  | { readonly listed: ListedAssistant }
  | { readonly unlisted: string; readonly reviews: Candidate['reviews'] };

interface Header {
  readonly format: number;
  readonly history: History;
  readonly mark: ReadMark;
}

export async function readHistory(tx: Transaction): Promise<History> {
  const [history] = await tx.query<History>(
    `SELECT system_identifier::text AS system, timeline_id::int AS timeline, oid::text AS database
       FROM pg_control_system(), pg_control_checkpoint(), pg_database WHERE datname = current_database()`,
  );
  if (history === undefined) throw new Error('the database told nothing about itself');
  return history;
}

/**
 * The supply in a file, for a quick start: what it holds need not be read from the tables, but for what was written since.
 * Facts may be newer than the mark says, never older, so it can be written while they change; reading on from the mark
 * makes all of them whole. Lines of JSON: what is kept in memory, and how, may change without the file.
 */
export class SupplySnapshot {
  private readonly logger = new Logger('Supply');
  private saved: ReadMark | null = null;

  /** @param folder null keeps none */
  constructor(private readonly folder: string | null) {}

  /** Does nothing when nothing was read since the last time. */
  async save(history: History, mark: ReadMark, lines: Iterable<SnapshotLine>): Promise<void> {
    if (this.folder === null || mark === this.saved) return;
    await mkdir(this.folder, { recursive: true });
    const unfinished = path.join(this.folder, `${fileName}.${process.pid}`);
    const file = await open(unfinished, 'w');
    try {
      const header: Header = { format, history, mark };
      let [text, count] = [`${JSON.stringify(header)}\n`, 0];
      for (const line of lines) {
        text += `${JSON.stringify(line)}\n`;
        count += 1;
        if (count % linesAtATime > 0) continue;
        await file.write(text);
        text = '';
      }
      await file.write(`${text}${JSON.stringify({ end: count })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path.join(this.folder, fileName));
    this.saved = mark;
  }

  /**
   * Hands out the lines of a snapshot of this history and returns the mark from which to read on. Null when there is none
   * that can be used, perhaps after some of its lines: they count for nothing then. A file that can't be read is removed.
   * @param xmin the oldest transaction that is under way; marks can't be beyond it
   */
  async load(history: History, xmin: ReadMark, take: (line: SnapshotLine) => void): Promise<ReadMark | null> {
    if (this.folder === null) return null;
    const file = path.join(this.folder, fileName);
    try {
      return await this.read(file, history, xmin, take);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      this.logger.warn(`the snapshot of the supply is not used, all is read anew: ${String(error)}`);
      await rm(file, { force: true });
      return null;
    }
  }

  private async read(
    file: string,
    history: History,
    xmin: ReadMark,
    take: (line: SnapshotLine) => void,
  ): Promise<ReadMark> {
    let header: Header | null = null;
    let [count, end] = [0, -1];
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const line: unknown = JSON.parse(text);
      if (header === null) {
        header = checked(line as Header, history, xmin);
      } else if (isEnd(line)) {
        ({ end } = line);
      } else {
        take(line as SnapshotLine);
        count += 1;
      }
    }
    if (header === null || end !== count) throw new Error('it is not whole');
    return header.mark;
  }
}

function checked(header: Header, history: History, xmin: ReadMark): Header {
  if (header.format !== format) throw new Error(`it has format ${header.format}, and ${format} is known here`);
  const { system, timeline, database } = header.history;
  if (system !== history.system || timeline !== history.timeline || database !== history.database) {
    throw new Error('it is of another database');
  }
  if (BigInt(header.mark) > BigInt(xmin)) throw new Error('it is of a time that the database has not come to');
  return header;
}

const isEnd = (line: unknown): line is { readonly end: number } =>
  typeof line === 'object' && line !== null && 'end' in line && typeof line.end === 'number';
