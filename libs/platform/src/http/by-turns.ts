/** So long in milliseconds is worked at what waits, before whoever else has come is served. */
const sliceMs = 5;

/**
 * Takes hundreds of calls that come at the same moment a few at a time, in the order in which they came: in between, the process
 * answers everybody else, who would wait for all of them otherwise.
 */
export class ByTurns {
  private readonly waiting: (() => void)[] = [];
  private first = 0;

  /** A call that throws does so as any that nobody waits for does; those behind it are taken all the same. */
  take(call: () => void): void {
    this.waiting.push(call);
    if (this.waiting.length === 1) setImmediate(this.work);
  }

  private readonly work = (): void => {
    const end = performance.now() + sliceMs;
    try {
      do this.waiting[this.first++]!();
      while (this.first < this.waiting.length && performance.now() < end);
    } finally {
      if (this.first < this.waiting.length) setImmediate(this.work);
      else this.waiting.length = this.first = 0;
    }
  };
}
