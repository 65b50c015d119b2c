import { ForwardMigration, tenantTable } from '#platform/database';

/** What businesses get back of what they have paid ahead, and the reference by which each pays ahead. */
export class Refunds1796043310000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.refund (
        id uuid PRIMARY KEY,
        business_id uuid NOT NULL REFERENCES api.business,
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        holder text NOT NULL,
        iban text NOT NULL,
        status text NOT NULL CHECK (status IN ('asked', 'withdrawn', 'sent', 'returned')),
        asked_at timestamptz NOT NULL,
        asked_by uuid,
        sent_at timestamptz,
        ended_at timestamptz
      );
      CREATE INDEX refund_business ON api.refund (business_id, asked_at, id);
      CREATE INDEX refund_waiting ON api.refund (currency, id) WHERE status = 'asked';
      CREATE TABLE api.deposit_reference (
        business_id uuid PRIMARY KEY REFERENCES api.business,
        reference text NOT NULL UNIQUE
      )`,
    ...tenantTable('api', 'refund', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'deposit_reference', ['business_id'], ['SELECT', 'INSERT']),
  ];
}
