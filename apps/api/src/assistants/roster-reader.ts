import { isWorkbook } from '#platform/tables';
import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import { type AskedRoster, readRoster, type Roster } from './read-roster.js';

@Injectable()
export class RosterReader extends ThreadReader<AskedRoster, Roster> {
  constructor() {
    super(new URL('roster-worker.js', import.meta.url), { name: 'reading rosters', queueLimit: 8 });
  }

  /** Nothing of the file goes to the thread but what it reads. */
  override read({ bytes, charset, withText = false }: AskedRoster): Promise<Roster> {
    return super.read({ bytes, charset, withText });
  }

  protected sizeOf({ bytes }: AskedRoster): number {
    return isWorkbook(bytes) ? Infinity : bytes.byteLength;
  }

  protected readAtOnce(file: AskedRoster): Promise<Roster> {
    return readRoster(file);
  }
}
