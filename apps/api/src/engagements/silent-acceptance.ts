import { decideDutyRun } from '#domain';
import { Clock } from '#platform/http';
import { PeriodicTask } from '#platform/scheduling';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DutyRunStore } from './duty-run.store.js';

const marketplace = { kind: 'marketplace' } as const;
const sweepSeconds = 60;
const runsPerSweep = 200;

/** Accepts what the business has been silent about for as long as the agreement says. */
@Injectable()
export class SilentAcceptance implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeping = new PeriodicTask('accepting by silence', sweepSeconds, () =>
    this.sweep(this.clock.now()),
  );

  constructor(
    private readonly runs: DutyRunStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  /** At most 200 runs at a time; returns how many there were. */
  async sweep(now: string): Promise<number> {
    const silent = await this.runs.nextSilent(now, runsPerSweep);
    for (const id of silent) {
      // Somebody may have spoken since: a run that was judged, or done again, is not silent any more.
      await this.runs.update(marketplace, id, null, (run) =>
        run.status === 'done' && Date.parse(run.silenceAcceptsAt) <= Date.parse(now)
          ? decideDutyRun({ type: 'acceptDutyRunBySilence', now }, run)
          : [],
      );
    }
    return silent.length;
  }
}
