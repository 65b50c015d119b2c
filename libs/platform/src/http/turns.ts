/** Lets those who bear the same name through one after the other, and those of other names past them. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /**
   * Runs the work when its turn comes, and tells it how long that took. If it hasn't come within the time, the work
   * isn't run, and null is the answer.
   */
  async take<T>(
    name: string,
    patienceMs: number,
    work: (waitedMs: number) => Promise<T>,
  ): Promise<{ result: T } | null> {
    const before = this.last.get(name) ?? Promise.resolve();
    let leave = (): void => {};
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const whole = before.then(async () => mine);
    this.last.set(name, whole);
    const started = performance.now();
    try {
      if (!(await isWithin(before, patienceMs))) return null;
      return { result: await work(performance.now() - started) };
    } finally {
      leave();
      void this.forget(name, whole);
    }
  }

  /** Whoever gave up leaves while those before are still at it, so the name is free only after them. */
  private async forget(name: string, whole: Promise<void>): Promise<void> {
    await whole;
    if (this.last.get(name) === whole) this.last.delete(name);
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
