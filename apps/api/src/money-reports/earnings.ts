import type { EarningsReportDto, MoneyReportQueryDto } from '#contracts';
import { type Currency, dayMs, wholeBps } from '#domain';
import { csvOf } from '#platform/csv';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { spanOfQuery } from '../query-time.js';

interface EarningsRow {
  readonly assistantId: string;
  readonly displayName: string;
  readonly capacityMinutes: number;
  readonly currency: Currency;
  readonly earnedMinor: string;
  readonly notInvoicedMinor: string;
  readonly minutes: number;
  readonly allMinutes: number;
}

/** Time that is taken from a pack of hours is charged with the pack. */
export const invoiceOfTime = `CASE WHEN from_pack THEN (
      SELECT pack.invoice_id FROM api.hour_pack pack WHERE pack.id = (time_entry.state #>> '{hours,pack,hourPackId}')::uuid) ELSE invoice_id END`;

/** Accepted work of an agency's assistants, run by run and entry by entry, at its price. */
const work = `SELECT assistant_id, invoice_id, (state #>> '{unitPrice,currency}') AS currency, (state ->> 'acceptedAt')::timestamptz AS accepted_at,
      minutes::bigint AS minutes, quantity * unit_price_minor AS minor
    FROM api.duty_run WHERE agency_id = $1 AND status = 'accepted'
  UNION ALL SELECT assistant_id, ${invoiceOfTime}, state #>> '{hours,hourlyRate,currency}', (state ->> 'acceptedAt')::timestamptz,
      extract(epoch FROM ended_at - started_at)::bigint / 60,
      (state ->> 'chargedMinutes')::bigint * (state #>> '{hours,hourlyRate,amountMinor}')::bigint / 60
    FROM api.time_entry WHERE agency_id = $1 AND status = 'accepted'`;

/** What each assistant of an agency has earned, and how much of her week is used. */
@Injectable()
export class Earnings {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `time.…` */
  async of(scope: Scope, agencyId: string, query: MoneyReportQueryDto, now: string): Promise<EarningsReportDto> {
    const { from, to = now } = spanOfQuery(query);
    const rows = await this.database.read(scope, (tx) =>
      tx.query<EarningsRow>(
        `SELECT assistant.id AS "assistantId", assistant.display_name AS "displayName", done.currency,
                assistant.weekly_capacity_minutes AS "capacityMinutes", sum(done.minor) AS "earnedMinor",
                coalesce(sum(done.minor) FILTER (WHERE done.invoice_id IS NULL), 0) AS "notInvoicedMinor",
                sum(done.minutes)::float8 AS minutes,
                sum(sum(done.minutes)) OVER (PARTITION BY assistant.id)::float8 AS "allMinutes"
           FROM (${work}) AS done JOIN api.assistant ON assistant.id = done.assistant_id
          WHERE ($2::timestamptz IS NULL OR done.accepted_at >= $2) AND done.accepted_at < $3
          GROUP BY assistant.id, done.currency ORDER BY assistant.display_name, assistant.id, done.currency`,
        [agencyId, from ?? null, to],
      ),
    );
    const weeks = from === undefined ? null : (Date.parse(to) - Date.parse(from)) / (7 * dayMs);
    return {
      items: rows.map(({ currency, earnedMinor, notInvoicedMinor, capacityMinutes, allMinutes, ...row }) => {
        const capacity = weeks === null ? 0 : weeks * capacityMinutes;
        return {
          ...row,
          currency,
          earned: { amountMinor: Number(earnedMinor), currency },
          notInvoiced: { amountMinor: Number(notInvoicedMinor), currency },
          utilisationBps: capacity > 0 ? Math.round((allMinutes / capacity) * wholeBps) : null,
        };
      }),
    };
  }
  /** @throws DomainError `time.…` */
  async csv(scope: Scope, agencyId: string, query: MoneyReportQueryDto, now: string): Promise<string> {
    const { items } = await this.of(scope, agencyId, query, now);
    return csvOf([
      ['assistant', 'assistant_id', 'currency', 'earned_minor', 'not_invoiced_minor', 'minutes', 'utilisation_bps'],
      ...items.map(({ displayName, assistantId, currency, earned, notInvoiced, minutes, utilisationBps }) => [
        displayName,
        assistantId,
        currency,
        earned.amountMinor,
        notInvoiced.amountMinor,
        minutes,
        utilisationBps,
      ]),
    ]);
  }
}
