import { ForwardMigration } from '#platform/database';

/** Who an organisation is before the law, and what a register said of a business's VAT id: nobody has asked one yet. */
export class LegalIdentity1795390293000 extends ForwardMigration {
  readonly statements = [
    ...['agency', 'business'].map(
      (table) =>
        `ALTER TABLE api.${table} ADD COLUMN legal_name text, ADD COLUMN registration_number text, ADD COLUMN address jsonb`,
    ),
    `ALTER TABLE api.business ADD COLUMN vat_check jsonb`,
    `UPDATE api.business SET vat_check = jsonb_build_object('result', 'unchecked', 'source', 'none', 'reference', null,
        'checkedAt', to_char(registered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      WHERE vat_id IS NOT NULL`,
  ];
}
