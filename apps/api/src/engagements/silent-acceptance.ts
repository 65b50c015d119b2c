import { marketplace } from '#access';
import { decideDutyRun, isAcceptedBySilence } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { DutyRunStore } from '../work-records/duty-run.store.js';

const plan = { name: 'accepting by silence', everySeconds: 60, atMost: 200 } as const;

/** Accepts what the business has been silent about for as long as the agreement says. */
@Injectable()
export class SilentAcceptance extends Sweep {
  constructor(
    private readonly runs: DutyRunStore,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 200 runs at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const silent = await this.runs.nextSilent(now, plan.atMost);
    for (const id of silent) {
      // Somebody may have spoken since: a run that was judged, or done again, is not silent any more.
      await this.runs.update(marketplace, id, null, (run) =>
        isAcceptedBySilence(run, now) ? decideDutyRun({ type: 'acceptDutyRunBySilence', now }, run) : [],
      );
    }
    return silent.length;
  }
}
