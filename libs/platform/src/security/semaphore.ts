/** Lets a few through at a time, and keeps a bounded number waiting in order; whoever comes on top is turned away. */
export class Semaphore {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly concurrency: number,
    private readonly queueLimit: number,
    private readonly whenFull: () => Error,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.concurrency) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on, so nobody who comes in between can take it.
      if (next) next();
      else this.running -= 1;
    }
  }

  private async turn(): Promise<void> {
    if (this.waiting.length >= this.queueLimit) throw this.whenFull();
    return new Promise<void>((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
