import { ForwardMigration, tenantTable } from '#platform/database';

/** Accounts of what lies with the payment service and of what moving money costs; and which debits of the bank are fees of its own. */
export class FeesAndCardMoney1796057757000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.ledger_posting DROP CONSTRAINT ledger_posting_purpose_check;
      ALTER TABLE api.ledger_posting ADD CONSTRAINT ledger_posting_purpose_check
        CHECK (purpose IN ('payment-clearing', 'payment-service', 'payment-fees', 'unassigned', 'prepaid', 'held', 'refunds-payable',
                           'receivable', 'agency-payable', 'tax-payable', 'disputed', 'commission'));
      CREATE TABLE api.bank_fee (
        id uuid PRIMARY KEY,
        bank_reference text NOT NULL UNIQUE REFERENCES api.bank_transfer,
        noted_at timestamptz NOT NULL,
        noted_by uuid
      )`,
    ...tenantTable('api', 'bank_fee', 'ARRAY[]::uuid[]', ['SELECT', 'INSERT']),
  ];
}
