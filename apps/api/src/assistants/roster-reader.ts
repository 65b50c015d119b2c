import { WorkThread } from '#platform/processes';
import { isWorkbook, type TableFile } from '#platform/tables';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { readRoster, type Roster } from './read-roster.js';

/** Bytes of a file that is read at once, which takes a few milliseconds. */
const smallFile = 16_384;

/** Reads rosters so that nobody else has to wait: those that aren't small in a thread of their own. */
@Injectable()
export class RosterReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<TableFile, Roster>(new URL('roster-worker.js', import.meta.url), {
    name: 'reading rosters',
    queueLimit: 8,
  });

  /** @throws DomainError `roster.…` for what concerns the file as a whole; `request.too-many` */
  read({ bytes, charset }: TableFile): Promise<Roster> {
    const isSmall = bytes.byteLength <= smallFile && !isWorkbook(bytes);
    return isSmall ? readRoster({ bytes, charset }) : this.thread.ask({ bytes, charset });
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
