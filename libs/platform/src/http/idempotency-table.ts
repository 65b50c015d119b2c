import { type Schema, sharedTable } from '../database/index.js';

/**
 * DDL of the table of answers, for the first migration of an app whose API has idempotent routes. Row-level security
 * keeps a tenant's transactions to the tenant's own keys, and those of anonymous clients apart; the marketplace's
 * transactions, such as the purge, see all.
 */
export const idempotencyTable = (schema: Schema): string[] => [
  `CREATE TABLE ${schema}.idempotency (
     tenant      text        NOT NULL,
     principal   text        NOT NULL,
     route       text        NOT NULL,
     key_hash    bytea       NOT NULL,
     input_hash  bytea       NOT NULL,
     answer      bytea,
     claimed_at  timestamptz NOT NULL,
     PRIMARY KEY (tenant, principal, route, key_hash)
   )`,
  `COMMENT ON TABLE ${schema}.idempotency IS 'Answers to requests that may be sent again, kept for 24 hours'`,
  `COMMENT ON COLUMN ${schema}.idempotency.tenant IS 'Id of the organisation, or "public" where there is none yet'`,
  `CREATE INDEX idempotency_claimed_at ON ${schema}.idempotency (claimed_at)`,
  `ALTER TABLE ${schema}.idempotency ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY idempotency_tenant ON ${schema}.idempotency
     USING (current_setting('ajudant.scope', true) = 'marketplace'
            OR tenant = coalesce(nullif(current_setting('ajudant.organisation', true), ''), 'public'))`,
  ...sharedTable(schema, 'idempotency'),
];
