import { Clock } from '#platform/clock';
import { type NextPoll, PollLoop } from '#platform/scheduling';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { MailboxReadings } from './mailbox-readings.js';
import { ReadMailbox } from './read-mailbox.js';

/** Mailboxes that one process reads at the same time. */
const atOnce = 4;

/** Reads mailboxes when their turn comes; any number of processes share the work. */
@Injectable()
export class ReadingMailboxes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollLoop('reading mailboxes', () => this.step());
  private readonly stopping = new AbortController();
  private readonly logger = new Logger('Mailboxes');

  constructor(
    private readonly readings: MailboxReadings,
    private readonly reader: ReadMailbox,
    private readonly clock: Clock,
  ) {
    readings.onDue(() => this.loop.wake());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** What is under way is given up; its lease ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the service stops'));
    await this.loop.stop();
  }

  private async step(): Promise<NextPoll> {
    const due = await this.readings.claim(atOnce, this.clock.now());
    const read = due.map((mailbox) => this.reader.read(mailbox, this.stopping.signal));
    for (const result of await Promise.allSettled(read)) {
      if (result.status === 'rejected' && !this.stopping.signal.aborted) this.logger.warn(String(result.reason));
    }
    return due.length > 0 ? 0 : 'idle';
  }
}
