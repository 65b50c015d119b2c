import { marketplace } from '#access';
import { DomainError } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { EngagementStore } from '../work-records/engagement.store.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementEnding } from './engagement-ending.js';

const plan = { name: 'ending by term', everySeconds: 60, atMost: 50 } as const;

/** Ends engagements whose term, or the last day of a notice, is over. */
@Injectable()
export class EndingByTerm extends Sweep {
  constructor(
    private readonly terms: EngagementTerms,
    private readonly engagements: EngagementStore,
    private readonly ending: EngagementEnding,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 50 engagements at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const over = await this.terms.nextOver(now, plan.atMost);
    for (const id of over) await this.end(id, now);
    return over.length;
  }

  private async end(engagementId: string, now: string): Promise<void> {
    const { notice } = (await this.engagements.load(marketplace, engagementId)).state;
    try {
      await this.ending.end(marketplace, engagementId, null, ({ endsOn, timeZone }) =>
        notice !== undefined && notice.lastDayOn < endsOn
          ? { type: 'endEngagementByNotice', timeZone, now }
          : { type: 'endEngagementByTerm', endsOn, timeZone, now },
      );
    } catch (error) {
      // A side was faster, or a change order gave it more time.
      if (!(error instanceof DomainError) || !error.code.startsWith('engagement.')) throw error;
    }
  }
}
