import { marketplace } from '#access';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { HourPacks } from './hour-packs.js';

const plan = { name: 'buying packs of hours', everySeconds: 60, atMost: 100 } as const;

/** Buys packs of hours as their periods begin. */
@Injectable()
export class BuyingPacks extends DueSweep<string> {
  constructor(
    private readonly database: ApiDatabase,
    terms: EngagementTerms,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly packs: HourPacks,
  ) {
    super(plan, (now, atMost) => terms.nextPacksDue(now, atMost));
  }

  protected override settle(engagementId: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async () => {
      const { state: engagement } = await this.engagements.loadLocked(marketplace, engagementId);
      const { state: agreement } = await this.agreements.load(marketplace, engagementId);
      await this.packs.buyDue(marketplace, { agreement, engagement }, now);
    });
  }
}
