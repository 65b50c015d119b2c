/** Runs something every so many seconds, one run at a time. A run that fails is reported, and the next one comes. */
export class PeriodicTask {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(
    private readonly name: string,
    private readonly everySeconds: number,
    private readonly run: () => Promise<unknown>,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      if (this.busy) return;
      this.busy = true;
      this.running = this.run()
        .then(() => undefined)
        .catch((error: unknown) => process.emitWarning(`${this.name} failed: ${String(error)}`))
        .finally(() => {
          this.busy = false;
        });
    }, this.everySeconds * 1_000);
    this.timer.unref();
  }

  /** Waits for the run in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
