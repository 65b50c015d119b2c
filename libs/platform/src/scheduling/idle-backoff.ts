const firstMs = 250;
/** So late may be seen, at most, what nobody told of. */
const maxMs = 4_000;

/** How long to wait between polls that find nothing: 250 ms at first, then twice as long each time, and 4 s in the end. */
export class IdleBackoff {
  private delayMs = firstMs;

  /** The next delay, in ms. */
  next(): number {
    const { delayMs } = this;
    this.delayMs = Math.min(delayMs * 2, maxMs);
    return delayMs;
  }

  /** There was something to do. */
  reset(): void {
    this.delayMs = firstMs;
  }
}
