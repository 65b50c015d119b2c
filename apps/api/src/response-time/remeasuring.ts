import { marketplace } from '#access';
import { EnquiryMeasure } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { EnquiryStore } from './enquiry.store.js';
import { ResponseHoursStore } from './response-hours.store.js';

const plan = { name: 'measuring enquiries by changed hours', everySeconds: 10, atMost: 20 } as const;
const batchSize = 2_000;
/** Batches that whoever changes the hours waits for: about a second. */
const batchesAtOnce = 10;

/** Counts enquiries anew by the hours that a business has changed, a batch at a time. */
@Injectable()
export class Remeasuring extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly enquiries: EnquiryStore,
    private readonly hours: ResponseHoursStore,
  ) {
    super(plan);
  }

  /** Of at most 20 businesses; returns how many there were. */
  override async sweep(): Promise<number> {
    const businesses = await this.hours.measuring(marketplace, plan.atMost);
    for (const businessId of businesses) await this.begin(businessId);
    return businesses.length;
  }

  /** As much of one business as takes a moment; the next sweeps do the rest. */
  async begin(businessId: string): Promise<void> {
    for (let batch = 0; batch < batchesAtOnce; batch += 1) if (await this.batch(businessId)) return;
  }

  /** Whether nothing is left. */
  private batch(businessId: string): Promise<boolean> {
    return this.database.transaction(marketplace, async (tx) => {
      await this.hours.lock(tx, businessId, 'alone');
      const { counted, version } = await this.hours.of(marketplace, businessId);
      const stale = await this.enquiries.measuredBefore(tx, businessId, version, batchSize);
      const measure = new EnquiryMeasure(counted);
      await this.enquiries.remeasure(
        tx,
        version,
        stale.map(({ id, openedAt, firstAnsweredAt }) => ({
          id,
          ...measure.of(openedAt.getTime(), firstAnsweredAt?.getTime() ?? null),
        })),
      );
      if (stale.length === batchSize) return false;
      await this.hours.measured(tx, businessId);
      return true;
    });
  }
}
