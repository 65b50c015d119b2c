import { marketplace } from '#access';
import { DomainError, versionInForce } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementEnding } from './engagement-ending.js';

const plan = { name: 'ending by term', everySeconds: 60, atMost: 50 } as const;

/** Ends engagements whose term is over. */
@Injectable()
export class EndingByTerm extends Sweep {
  constructor(
    private readonly terms: EngagementTerms,
    private readonly agreements: AgreementStore,
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
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const terms = versionInForce(agreement)?.terms;
    if (terms === undefined) return;
    const { endsOn, timeZone } = terms;
    try {
      await this.ending.end(marketplace, engagementId, null, { type: 'endEngagementByTerm', endsOn, timeZone, now });
    } catch (error) {
      // A side was faster, or a change order gave it more time.
      if (!(error instanceof DomainError) || !error.code.startsWith('engagement.')) throw error;
    }
  }
}
