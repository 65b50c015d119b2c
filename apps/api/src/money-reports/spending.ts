import type { EngagementSpendingDto, LineSpendingDto, SpendingReportDto } from '#contracts';
import { type Agreement, type AgreementTerms, type Currency, divideHalfEven, quoteOf, versionInForce } from '#domain';
import { csvOf } from '#platform/csv';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { invoiceOfTime } from './earnings.js';

interface WorkRow {
  readonly engagementId: string;
  readonly lineId: string;
  readonly minutes: string;
  readonly acceptedMinor: string;
  readonly chargedMinor: string;
}

interface EngagementRow {
  readonly id: string;
  readonly spentMinor: string;
}

const mostEngagements = 50;

/** Accepted work by line, with what of it invoices have charged. Hours are charged as they add up, rounded down once. */
const work = `SELECT engagement_id, line_id, minutes, minor, invoice_id, 0 AS parts FROM (
      SELECT engagement_id, line_id, invoice_id, minutes::bigint AS minutes, quantity * unit_price_minor AS minor
        FROM api.duty_run WHERE engagement_id = ANY ($1) AND status = 'accepted') AS run
  UNION ALL SELECT engagement_id, line_id, extract(epoch FROM ended_at - started_at)::bigint / 60, 0, ${invoiceOfTime},
             (state ->> 'chargedMinutes')::bigint * (state #>> '{hours,hourlyRate,amountMinor}')::bigint
        FROM api.time_entry WHERE engagement_id = ANY ($1) AND status = 'accepted'`;

/** What a business has agreed to spend, has spent, and gained by it. */
@Injectable()
export class Spending {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
  ) {}

  async of(scope: Scope): Promise<SpendingReportDto> {
    const found = await this.database.read(scope, async (tx) => {
      const engagements = await engagementsOf(tx);
      const ids = engagements.map(({ id }) => id);
      return { engagements, work: await workOf(tx, ids) };
    });
    const items: EngagementSpendingDto[] = [];
    for (const engagement of found.engagements) {
      const { state } = await this.agreements.load(scope, engagement.id);
      const own = found.work.filter(({ engagementId }) => engagementId === engagement.id);
      items.push(...spendingOf(state, engagement, own));
    }
    return { items };
  }

  async csv(scope: Scope): Promise<string> {
    const { items } = await this.of(scope);
    return csvOf([
      [
        'engagement_id',
        'agency',
        'currency',
        'engagement_quoted_minor',
        'engagement_spent_minor',
        'duty',
        'quoted_minor',
        'charged_minor',
        'minutes',
        'cost_per_hour_minor',
      ],
      ...items.flatMap(({ engagementId, agency, currency, quoted, spent, lines }) =>
        lines.map((line) => [
          engagementId,
          agency,
          currency,
          quoted.amountMinor,
          spent.amountMinor,
          line.description,
          line.quoted.amountMinor,
          line.charged.amountMinor,
          line.minutes,
          line.costPerHour?.amountMinor ?? null,
        ]),
      ),
    ]);
  }
}

const engagementsOf = (tx: Transaction): Promise<EngagementRow[]> =>
  tx.query<EngagementRow>(
    `SELECT engagement.id,
            (SELECT coalesce(sum(payment.total_minor - payment.credited_minor), 0)
               FROM api.invoice JOIN api.invoice_payment payment ON payment.invoice_id = invoice.id
              WHERE invoice.engagement_id = engagement.id) AS "spentMinor"
       FROM api.engagement ORDER BY engagement.id DESC LIMIT ${mostEngagements}`,
  );

const workOf = (tx: Transaction, engagementIds: readonly string[]): Promise<WorkRow[]> =>
  tx.query<WorkRow>(
    `SELECT engagement_id AS "engagementId", line_id AS "lineId", sum(minutes) AS minutes,
            sum(minor) + div(sum(parts), 60) AS "acceptedMinor",
            coalesce(sum(minor) FILTER (WHERE invoice_id IS NOT NULL), 0)
              + div(coalesce(sum(parts) FILTER (WHERE invoice_id IS NOT NULL), 0), 60) AS "chargedMinor"
       FROM (${work}) AS done GROUP BY engagement_id, line_id`,
    [engagementIds],
  );

/** Nothing where no version is in force. */
function spendingOf(
  agreement: Agreement,
  { id, spentMinor }: EngagementRow,
  done: readonly WorkRow[],
): EngagementSpendingDto[] {
  const terms = versionInForce(agreement)?.terms;
  if (terms === undefined) return [];
  const { currency } = terms;
  const quote = quoteOf(terms);
  const lines = terms.lines.map((line) => {
    const quoted = quote.lines.find(({ lineId }) => lineId === line.lineId)!.subtotal;
    return {
      ...lineSpending(
        line,
        done.find(({ lineId }) => lineId === line.lineId),
        currency,
      ),
      quoted,
    };
  });
  const agency = terms.parties?.agency.legalName ?? null;
  return [{ engagementId: id, agency, currency, quoted: quote.total, spent: money(spentMinor, currency), lines }];
}

function lineSpending(
  { lineId, description }: AgreementTerms['lines'][number],
  done: WorkRow | undefined,
  currency: Currency,
): Omit<LineSpendingDto, 'quoted'> {
  const minutes = Number(done?.minutes ?? 0);
  const perHour = done && minutes > 0 ? divideHalfEven(BigInt(done.acceptedMinor) * 60n, BigInt(minutes)) : null;
  return {
    lineId,
    description,
    charged: money(done?.chargedMinor ?? '0', currency),
    minutes,
    costPerHour: perHour === null ? null : money(String(perHour), currency),
  };
}

const money = (minor: string, currency: Currency) => ({ amountMinor: Number(BigInt(minor)), currency });
