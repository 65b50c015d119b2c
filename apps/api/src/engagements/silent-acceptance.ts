import { marketplace } from '#access';
import { decideDutyRun, isAcceptedBySilence } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { DutyRunStore } from '../work-records/duty-run.store.js';

const plan = { name: 'accepting by silence', everySeconds: 60, atMost: 200 } as const;

/** Accepts what the business has been silent about for as long as the agreement says. */
@Injectable()
export class SilentAcceptance extends DueSweep<string> {
  constructor(private readonly runs: DutyRunStore) {
    super(plan, (now, atMost) => runs.nextSilent(now, atMost));
  }

  /** Somebody may have spoken since: a run that was judged, or done again, is not silent any more. */
  protected override settle(id: string, now: string): Promise<unknown> {
    return this.runs.update(marketplace, id, null, (run) =>
      isAcceptedBySilence(run, now) ? decideDutyRun({ type: 'acceptDutyRunBySilence', now }, run) : [],
    );
  }
}
