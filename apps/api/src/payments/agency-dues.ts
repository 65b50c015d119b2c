import { marketplace } from '#access';
import { type AgencyId, type Currency, type Money, moneyOf, type PaidDocument } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { dueToAgencies } from './due-to-agencies.js';

interface DueRow extends Pick<PaidDocument, 'kind' | 'id' | 'agencyId'> {
  readonly earningsMinor: string;
  readonly taxMinor: string;
}

/** What an agency owes, and from which account it may pay it back. */
export interface AgencyDebt {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly iban: string | null;
  readonly currency: Currency;
  readonly owesMinor: string;
}

/** Among whom somebody is looked for. */
const mostDebtors = 200;

/** What no payout has settled yet: what agencies are owed, and what they owe. */
@Injectable()
export class AgencyDues {
  constructor(private readonly database: ApiDatabase) {}

  /** What is due to agencies in a currency; locked, so that two batches don't take the same. */
  async lock(tx: Transaction, currency: Currency): Promise<PaidDocument[]> {
    const rows: DueRow[] = [];
    for (const { kind, id, earnings, tax, from, where } of dueToAgencies) {
      const ofKind = await tx.query<DueRow>(
        `SELECT '${kind}' AS kind, ${id} AS id, due.agency_id AS "agencyId", ${earnings} AS "earningsMinor", ${tax} AS "taxMinor"
           FROM ${from} WHERE due.currency = $1 AND ${where} ORDER BY ${id} FOR UPDATE OF due`,
        [currency],
      );
      rows.push(...ofKind);
    }
    return rows.map(({ earningsMinor, taxMinor, ...row }) => ({
      ...row,
      earnings: moneyOf(BigInt(earningsMinor), currency),
      tax: moneyOf(BigInt(taxMinor), currency),
    }));
  }

  /** What is owed to agencies and in no payout, by currency, as far as more wasn't taken back of one than it has earned since. */
  async owed(): Promise<ReadonlyMap<string, Money>> {
    const each = dueToAgencies.map(
      ({ earnings, tax, from, where }) =>
        `SELECT due.currency, due.agency_id, ${earnings} + ${tax} AS minor FROM ${from} WHERE ${where}`,
    );
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ currency: Currency; total: string }>(
        `SELECT currency, sum(greatest(minor, 0)) AS total FROM (
           SELECT currency, agency_id, sum(minor) AS minor FROM (${each.join(' UNION ALL ')}) AS due GROUP BY currency, agency_id
         ) AS each_agency GROUP BY currency`,
      ),
    );
    return new Map(rows.map(({ currency, total }) => [currency, moneyOf(BigInt(total), currency)]));
  }

  /** Agencies of which more was taken back than was paid since, and what they owe, in a currency or all of them. */
  debts(tx: Transaction, currencies: readonly Currency[], agencyId: string | null = null): Promise<AgencyDebt[]> {
    const each = dueToAgencies.map(
      ({ earnings, tax, from, where }) =>
        `SELECT due.currency, due.agency_id, ${earnings} + ${tax} AS minor FROM ${from}
          WHERE ${where} AND due.currency = ANY ($1) AND ($2::uuid IS NULL OR due.agency_id = $2)`,
    );
    return tx.query<AgencyDebt>(
      `SELECT agency_id AS "agencyId", coalesce(agency.legal_name, agency.name) AS "agencyName", account.iban, due.currency, -minor AS "owesMinor"
         FROM (SELECT currency, agency_id, sum(minor) AS minor FROM (${each.join(' UNION ALL ')}) AS one
                GROUP BY currency, agency_id HAVING sum(minor) < 0) AS due
         JOIN api.agency ON agency.id = due.agency_id LEFT JOIN api.agency_bank_account account USING (agency_id)
        ORDER BY agency_id LIMIT ${mostDebtors}`,
      [currencies, agencyId],
    );
  }
}
