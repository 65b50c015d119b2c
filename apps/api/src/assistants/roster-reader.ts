import { isWorkbook, type TableFile } from '#platform/tables';
import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import { readRoster, type Roster } from './read-roster.js';

@Injectable()
export class RosterReader extends ThreadReader<TableFile, Roster> {
  constructor() {
    super(new URL('roster-worker.js', import.meta.url), { name: 'reading rosters', queueLimit: 8 });
  }

  /** Nothing of the file goes to the thread but what it reads. */
  override read({ bytes, charset }: TableFile): Promise<Roster> {
    return super.read({ bytes, charset });
  }

  protected sizeOf({ bytes }: TableFile): number {
    return isWorkbook(bytes) ? Infinity : bytes.byteLength;
  }

  protected readAtOnce(file: TableFile): Promise<Roster> {
    return readRoster(file);
  }
}
