import { Clock } from '#platform/clock';
import { type NextPoll, pollDelays, PollLoop } from '#platform/scheduling';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type DueMailbox, MailboxReadings } from './mailbox-readings.js';
import { ReadMailbox } from './read-mailbox.js';

/** Mailboxes that one process reads at the same time. */
const atOnce = 4;

/** Reads mailboxes when their turn comes; any number of processes share the work. */
@Injectable()
export class ReadingMailboxes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollLoop('reading mailboxes', () => this.step());
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
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
    await Promise.all(this.underWay);
  }

  /** A slow server holds one place, and no other mailbox up. */
  private async step(): Promise<NextPoll> {
    const places = atOnce - this.underWay.size;
    if (places === 0) return pollDelays.untilWoken;
    const due = await this.readings.claim(places, this.clock.now());
    for (const mailbox of due) {
      const reading = this.read(mailbox).finally(() => {
        this.underWay.delete(reading);
        this.loop.wake();
      });
      this.underWay.add(reading);
    }
    return due.length > 0 ? pollDelays.none : 'idle';
  }

  private async read(mailbox: DueMailbox): Promise<void> {
    try {
      await this.reader.read(mailbox, this.stopping.signal);
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.warn(String(error));
    }
  }
}
