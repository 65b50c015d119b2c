/** Runs work under the same key one after the other, in the order of its coming, and under other keys meanwhile. */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<void>>();

  /**
   * Runs the work when the key is free, and tells it how long that took. If that takes longer than the timeout, the work
   * isn't run, and null is the answer.
   */
  async runExclusive<T>(
    key: string,
    timeoutMs: number,
    work: (waitedMs: number) => Promise<T>,
  ): Promise<{ result: T } | null> {
    const before = this.last.get(key) ?? Promise.resolve();
    let release = (): void => {};
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    const whole = before.then(async () => mine);
    this.last.set(key, whole);
    const started = performance.now();
    try {
      if (!(await isWithin(before, timeoutMs))) return null;
      return { result: await work(performance.now() - started) };
    } finally {
      release();
      void this.forget(key, whole);
    }
  }

  /** Whoever gave up leaves while those before are still at it, so the key is free only after them. */
  private async forget(key: string, whole: Promise<void>): Promise<void> {
    await whole;
    if (this.last.get(key) === whole) this.last.delete(key);
  }
}

async function isWithin(turn: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const inTime = await Promise.race([turn.then(() => true as const), late]);
  clearTimeout(timer);
  return inTime;
}
