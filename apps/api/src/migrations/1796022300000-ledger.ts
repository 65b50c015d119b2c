import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * The books: transactions of postings, which are added and never changed, so that corrections are transactions of their own. That each
 * transaction sums to zero is checked at the commit; the check sees the postings of all parties, whoever's scope it runs in.
 */
export class Ledger1796022300000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.ledger_transaction (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        fact text NOT NULL,
        cause_id uuid NOT NULL,
        currency char(3) NOT NULL,
        parties uuid[] NOT NULL,
        occurred_at timestamptz NOT NULL,
        UNIQUE (id, currency)
      );
      CREATE TABLE api.ledger_posting (
        id uuid PRIMARY KEY,
        transaction_id uuid NOT NULL,
        party uuid,
        purpose text NOT NULL CHECK (purpose IN ('payment-clearing', 'unassigned', 'prepaid', 'receivable', 'agency-payable',
                                                 'tax-payable', 'commission')),
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
        occurred_at timestamptz NOT NULL,
        FOREIGN KEY (transaction_id, currency) REFERENCES api.ledger_transaction (id, currency)
      );
      CREATE INDEX ledger_posting_transaction ON api.ledger_posting (transaction_id);
      CREATE INDEX ledger_posting_account ON api.ledger_posting (party, purpose, currency, occurred_at) INCLUDE (amount_minor);
      CREATE INDEX ledger_posting_party ON api.ledger_posting (party, occurred_at, id);
      CREATE INDEX ledger_posting_time ON api.ledger_posting (occurred_at, id)`,
    `CREATE FUNCTION api.demand_balance() RETURNS trigger LANGUAGE plpgsql SET "ajudant.scope" TO 'marketplace' AS $$
      DECLARE rest bigint;
      BEGIN
        SELECT sum(amount_minor) INTO rest FROM api.ledger_posting WHERE transaction_id = NEW.transaction_id;
        IF rest IS DISTINCT FROM 0 THEN
          RAISE EXCEPTION 'transaction % sums to %', NEW.transaction_id, rest USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`,
    `CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON api.ledger_posting
       DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION api.demand_balance()`,
    ...tenantTable('api', 'ledger_transaction', 'parties', ['SELECT', 'INSERT']),
    ...tenantTable('api', 'ledger_posting', ['party'], ['SELECT', 'INSERT']),
  ];
}
