import { marketplace } from '#access';
import { dayMs, DomainError, enoughEnquiries, instantMs, instantOf, patienceDays } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { FreezeBaseline } from './freeze-baseline.js';
import { ResponseRecords } from './response-records.js';

const plan = { name: 'freezing baselines', everySeconds: 300, atMost: 20 } as const;

/** Those whose term began long enough ago that all enquiries before have been waited for, and of which enough is known. */
const due = `SELECT e.id FROM api.engagement e
  JOIN api.agreement a ON a.id = e.id
  CROSS JOIN LATERAL (SELECT (a.versions -> (a.in_force_number - 1) #>> '{terms,startsOn}')::timestamptz AS start) term
  WHERE term.start < $1
    AND NOT EXISTS (SELECT FROM api.response_baseline b WHERE b.engagement_id = e.id)
    AND $2 <= (SELECT count(*) FROM (SELECT FROM api.enquiry q WHERE q.business_id = e.business_id AND NOT q.automatic
                 AND q.opened_at < term.start - interval '1 day' AND q.opened_at >= term.start - interval '179 days' LIMIT $2) known)
  ORDER BY e.id LIMIT $3`;

/** Freezes baselines that nobody froze by hand, and looks once a day at what has become of those that are. */
@Injectable()
export class BaselineFreezing extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly commands: CommandBus,
    private readonly records: ResponseRecords,
  ) {
    super(plan);
  }

  /** At most 20 of each at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    // A day more, as the first instant of the term is its own zone's.
    const startedBefore = instantOf(instantMs(now) - (patienceDays + 1) * dayMs);
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(due, [startedBefore, enoughEnquiries, plan.atMost]),
    );
    for (const { id } of rows) await this.freeze(id, now);
    return rows.length + (await this.records.measureDue(now, plan.atMost));
  }

  private async freeze(engagementId: string, now: string): Promise<void> {
    const { state: engagement } = await this.engagements.load(marketplace, engagementId);
    try {
      await this.commands.execute(new FreezeBaseline({ actor: null, engagement, now }));
    } catch (error) {
      // The business was faster.
      if (!(error instanceof DomainError) || !error.code.startsWith('response-baseline.')) throw error;
    }
  }
}
