import { ForwardMigration, tenantTable } from '#platform/database';

const nobodys = 'ARRAY[]::uuid[]';

/** What statements say of transfers from the marketplace's account, of what came back of them, and of what lies in it: for the reconciliation. */
export class BankTransfers1796043340000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.bank_transfer (
        bank_reference text PRIMARY KEY,
        booked_on date NOT NULL,
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
        end_to_end_id text,
        remittance text NOT NULL
      );
      CREATE INDEX bank_transfer_end_to_end ON api.bank_transfer (end_to_end_id);
      CREATE TABLE api.bank_balance (
        currency char(3) NOT NULL,
        closes_on date NOT NULL,
        amount_minor bigint NOT NULL,
        PRIMARY KEY (currency, closes_on)
      );
      CREATE INDEX payout_end_to_end ON api.payout (replace(id::text, '-', ''));
      CREATE INDEX refund_end_to_end ON api.refund (replace(id::text, '-', ''))`,
    ...tenantTable('api', 'bank_transfer', nobodys, ['SELECT', 'INSERT']),
    ...tenantTable('api', 'bank_balance', nobodys, ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
