import { Logger } from '@nestjs/common';
import { type NextPoll, pollDelays, PollLoop } from './poll-loop.js';
import { Polling } from './polling.js';

/**
 * Work that waits for others, such as reading from their servers: a process does some of it at the same time, and what is slow holds one
 * place and nothing else up. Any number of processes share it, as each claims what it does.
 */
export abstract class ClaimedWork<Item> extends Polling {
  protected readonly loop: PollLoop;
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private readonly logger: Logger;

  /** @param places how much of it is done at the same time */
  constructor(
    name: string,
    private readonly places: number,
  ) {
    super();
    this.loop = new PollLoop(name, () => this.step());
    this.logger = new Logger(name);
  }

  /** Takes some that is due, which nobody else takes for a while. */
  protected abstract claim(atMost: number): Promise<readonly Item[]>;

  /** Until the service stops; what fails is logged, and is due again when its claim ends. */
  protected abstract work(item: Item, stopping: AbortSignal): Promise<unknown>;

  /** What is under way is given up; its claim ends by itself. */
  override async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the service stops'));
    await super.beforeApplicationShutdown();
    await Promise.all(this.underWay);
  }

  private async step(): Promise<NextPoll> {
    const free = this.places - this.underWay.size;
    if (free === 0) return pollDelays.untilWoken;
    const due = await this.claim(free);
    for (const item of due) {
      const doing = this.attempt(item).finally(() => {
        this.underWay.delete(doing);
        this.loop.wake();
      });
      this.underWay.add(doing);
    }
    return due.length > 0 ? pollDelays.none : 'idle';
  }

  private async attempt(item: Item): Promise<void> {
    try {
      await this.work(item, this.stopping.signal);
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.warn(String(error));
    }
  }
}
