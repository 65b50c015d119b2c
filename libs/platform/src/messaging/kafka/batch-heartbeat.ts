const intervalMs = 1_000;

/**
 * Tells the group that a member is alive while it handles a batch, however long an event takes. What comes back, such
 * as that the group is sharing out its partitions anew, is thrown where the batch is at a good place to stop.
 */
export class BatchHeartbeat {
  private readonly timer: NodeJS.Timeout;
  private problem: unknown = null;

  constructor(heartbeat: () => Promise<void>) {
    this.timer = setInterval(() => {
      heartbeat().catch((error: unknown) => {
        this.problem ??= error;
      });
    }, intervalMs);
  }

  check(): void {
    if (this.problem !== null) throw this.problem;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
