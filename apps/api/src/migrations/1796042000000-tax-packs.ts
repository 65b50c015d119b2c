import { ForwardMigration, tenantTable } from '#platform/database';

/** Packs of a fiscal year: asked for, made by whichever process takes it up, and kept as a file. */
export class TaxPacks1796042000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.tax_pack (
        id uuid PRIMARY KEY,
        business_id uuid NOT NULL REFERENCES api.business,
        year integer NOT NULL,
        language text NOT NULL CHECK (language IN ('en', 'es', 'ca')),
        status text NOT NULL CHECK (status IN ('asked', 'making', 'ready', 'failed', 'cancelled')),
        version integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        file_id uuid REFERENCES api.file,
        asked_at timestamptz NOT NULL,
        finished_at timestamptz,
        looked_after_until timestamptz,
        CHECK ((status = 'ready') = (file_id IS NOT NULL)),
        CHECK ((status IN ('asked', 'making')) = (finished_at IS NULL))
      );
      COMMENT ON COLUMN api.tax_pack.looked_after_until IS 'After that whoever made it has died, and another goes on';
      CREATE INDEX tax_pack_business ON api.tax_pack (business_id, asked_at, id);
      CREATE INDEX tax_pack_to_make ON api.tax_pack (asked_at) WHERE status IN ('asked', 'making')`,
    ...tenantTable('api', 'tax_pack', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
