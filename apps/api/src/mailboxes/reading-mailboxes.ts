import { Clock } from '#platform/clock';
import { ClaimedWork } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { type DueMailbox, MailboxReadings } from './mailbox-readings.js';
import { ReadMailbox } from './read-mailbox.js';

/** Reads mailboxes when their turn comes. */
@Injectable()
export class ReadingMailboxes extends ClaimedWork<DueMailbox> {
  constructor(
    private readonly readings: MailboxReadings,
    private readonly reader: ReadMailbox,
    private readonly clock: Clock,
  ) {
    super('reading mailboxes', 4);
    readings.onDue(() => this.loop.wake());
  }

  protected claim(atMost: number): Promise<DueMailbox[]> {
    return this.readings.claim(atMost, this.clock.now());
  }

  protected work(mailbox: DueMailbox, stopping: AbortSignal): Promise<unknown> {
    return this.reader.read(mailbox, stopping);
  }
}
