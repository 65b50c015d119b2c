import { marketplace, type Actor, scopeOf } from '#access';
import { ResponseBaselineFrozenV1 } from '#contracts';
import { DomainError, type Engagement, figuresOf, freezeBaseline } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { type FrozenBaseline, ResponseBaselineStore } from './response-baseline.store.js';
import { ResponseReports } from './response-reports.js';
import { ResponseRecords } from './response-records.js';

/** @param actor null where it is frozen by itself */
export class FreezeBaseline extends commandOf<{ actor: Actor | null; engagement: Engagement; now: string }, void>() {}

/** What was before the engagement stays as it is known now, for both sides to be measured by. */
@CommandHandler(FreezeBaseline)
export class FreezeBaselineHandler implements ICommandHandler<FreezeBaseline> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly reports: ResponseReports,
    private readonly baselines: ResponseBaselineStore,
    private readonly records: ResponseRecords,
  ) {}

  execute({ actor, engagement, now }: FreezeBaseline): Promise<void> {
    return this.database.transaction(actor === null ? marketplace : scopeOf(actor), async (tx) => {
      const frozen = freezeBaseline(await this.reports.baseline(engagement, now), now);
      const isFirst = await this.baselines.keep(tx, engagement, frozen);
      if (!isFirst) throw new DomainError('response-baseline.frozen');
      await tx.append([frozenEvent(engagement, frozen)]);
      await this.records.measure(engagement, now);
    });
  }
}

function frozenEvent({ engagementId, businessId, agencyId }: Engagement, { waits, frozenAt }: FrozenBaseline) {
  const { enquiries, medianMinutes, p90Minutes } = figuresOf(waits);
  const data: ResponseBaselineFrozenV1 = {
    engagementId,
    businessId,
    agencyId,
    enquiries,
    medianMinutes: medianMinutes!,
    p90Minutes: p90Minutes!,
    frozenAt,
  };
  return {
    type: ResponseBaselineFrozenV1.type,
    aggregateType: 'response-baseline',
    aggregateId: engagementId,
    aggregateVersion: 1,
    audience: [businessId, agencyId],
    data,
  };
}
