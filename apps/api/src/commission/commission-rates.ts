import { marketplace } from '#access';
import type { CommissionDto } from '#contracts';
import {
  addDays,
  type CommissionSchedule,
  type CommissionTier,
  type Currency,
  moneyOf,
  scheduleOn,
  tierReached,
} from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

interface ScheduleRow {
  readonly effectiveOn: string;
  readonly tiers: readonly CommissionTier[];
}

/** Days over which what an agency has invoiced counts. */
const volumeDays = 365;

/** What the marketplace takes of agreements: by the agency's schedule and what it has invoiced, or the standard. */
@Injectable()
export class CommissionRates {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** Basis points for an agreement of the agency that is drafted now. */
  async of(agencyId: string, currency: Currency, now: string): Promise<number> {
    return (await this.read(agencyId, currency, now)).bps;
  }

  async read(agencyId: string, currency: Currency, now: string): Promise<CommissionDto> {
    const today = now.slice(0, 10);
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.query<ScheduleRow>(
        `SELECT effective_on::text AS "effectiveOn", tiers FROM api.commission_schedule
          WHERE agency_id = $1 AND currency = $2 ORDER BY effective_on`,
        [agencyId, currency],
      );
      const [sold] = await tx.query<{ total: string }>(
        `SELECT (SELECT coalesce(sum(earnings_minor), 0) FROM api.invoice_payment
                  WHERE agency_id = $1 AND currency = $2 AND issued_at >= $3)
              - (SELECT coalesce(sum(note.earnings_minor), 0) FROM api.credit_note_payment note
                   JOIN api.invoice_payment paid ON paid.invoice_id = note.invoice_id
                  WHERE note.agency_id = $1 AND note.currency = $2 AND paid.issued_at >= $3) AS total`,
        [agencyId, currency, addDays(today, -volumeDays)],
      );
      const volume = moneyOf(BigInt(sold!.total), currency);
      const schedules = rows.map(({ effectiveOn, tiers }): CommissionSchedule => ({ effectiveOn, currency, tiers }));
      const schedule = scheduleOn(schedules, today);
      const bps = schedule === null ? this.settings.commissionBps : tierReached(schedule, volume.amountMinor).bps;
      return { bps, volume, schedules: schedules.map(({ tiers, ...of }) => ({ ...of, tiers: [...tiers] })) };
    });
  }

  /** One for each agency, currency and day; a day's later decision takes the place of the one before. */
  async decide(
    agencyId: string,
    { effectiveOn, currency, tiers }: CommissionSchedule,
    by: string | null,
    now: string,
  ): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `INSERT INTO api.commission_schedule (agency_id, currency, effective_on, tiers, decided_at, decided_by)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (agency_id, currency, effective_on)
         DO UPDATE SET tiers = excluded.tiers, decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
        [agencyId, currency, effectiveOn, JSON.stringify(tiers), now, by],
      ),
    );
  }
}
