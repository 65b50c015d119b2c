import { marketplace } from '#access';
import type { AgencyBankAccountDto, BankAccountDto } from '#contracts';
import { type AgencyId, type BankAccount, DomainError, type PayoutMeans } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ServiceAccount } from './payout.store.js';
import { ApiDatabase } from '../api-database.js';

interface AccountRow {
  readonly holder: string;
  readonly iban: string;
  readonly changedAt: Date;
  readonly version: number;
}

const columns = `holder, iban, changed_at AS "changedAt", version`;

/** Where agencies get their money. */
@Injectable()
export class AgencyBankAccountStore {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `bank-account.not-found` */
  async load(scope: Scope, agencyId: string): Promise<AgencyBankAccountDto> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<AccountRow>(`SELECT ${columns} FROM api.agency_bank_account WHERE agency_id = $1`, [agencyId]),
    );
    if (row === undefined) throw new DomainError('bank-account.not-found');
    return accountDto(row);
  }

  /**
   * What is under way goes where it was to go; the next payout goes to the new account.
   * @param expected the version that the caller has seen; null for whichever is current
   * @throws DomainError `precondition.stale`
   */
  async name(
    scope: Scope,
    {
      agencyId,
      userId,
      expected,
      now,
    }: { agencyId: string; userId: string | null; expected: number | null; now: string },
    { holder, iban }: BankAccountDto,
  ): Promise<AgencyBankAccountDto> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<AccountRow>(
        `INSERT INTO api.agency_bank_account AS account (agency_id, version, holder, iban, changed_at, changed_by)
         VALUES ($1, 1, $2, $3, $4, $5)
         ON CONFLICT (agency_id) DO UPDATE SET version = account.version + 1, holder = excluded.holder, iban = excluded.iban,
                                               changed_at = excluded.changed_at, changed_by = excluded.changed_by
          WHERE $6::integer IS NULL OR account.version = $6
         RETURNING ${columns}`,
        [agencyId, holder, electronic(iban), now, userId, expected],
      ),
    );
    if (row === undefined) throw new DomainError('precondition.stale');
    return accountDto(row);
  }

  /**
   * Of everybody who has named one, or has one at the payment service.
   * @param byService whether there is a payment service now
   */
  async all(byService: boolean): Promise<Omit<PayoutMeans<BankAccount, ServiceAccount>, 'atService'>> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<BankAccount & { agencyId: AgencyId }>(
        `SELECT agency_id AS "agencyId", holder, iban FROM api.agency_bank_account`,
      ),
    );
    const atService = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ agencyId: AgencyId; serviceId: string }>(
        `SELECT agency_id AS "agencyId", service_id AS "serviceId" FROM api.agency_payment_account WHERE is_ready AND $1`,
        [byService],
      ),
    );
    return {
      byBank: new Map(rows.map(({ agencyId, holder, iban }) => [agencyId, { holder, iban }])),
      byService: new Map(atService.map(({ agencyId, serviceId }) => [agencyId, { serviceId }])),
    };
  }
}

/** As banks send it: without blanks, in capitals. */
const electronic = (iban: string): string => iban.replaceAll(/\s/g, '').toUpperCase();

const accountDto = ({ changedAt, ...row }: AccountRow): AgencyBankAccountDto => ({
  ...row,
  changedAt: changedAt.toISOString(),
});
