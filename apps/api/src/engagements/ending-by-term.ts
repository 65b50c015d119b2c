import { marketplace } from '#access';
import { DomainError } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { EngagementStore } from '../work-records/engagement.store.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementEnding } from './engagement-ending.js';

const plan = { name: 'ending by term', everySeconds: 60, atMost: 50 } as const;

/** Ends engagements whose term, or the last day of a notice, is over. */
@Injectable()
export class EndingByTerm extends DueSweep<string> {
  constructor(
    terms: EngagementTerms,
    private readonly engagements: EngagementStore,
    private readonly ending: EngagementEnding,
  ) {
    super(plan, (now, atMost) => terms.nextOver(now, atMost));
  }

  protected override async settle(engagementId: string, now: string): Promise<void> {
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
