import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Imports of catalogues that are too large for one request: asked for with their file, worked on by whichever process takes
 * them up, some entries at a time. They belong to no organisation; the file goes when they are over.
 */
export class CatalogueImportJobs1796047057000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.catalogue_import_job (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        language text CHECK (language IN ('en', 'es', 'ca')),
        retires_missing boolean NOT NULL,
        is_preview boolean NOT NULL,
        media_type text NOT NULL,
        charset text,
        content bytea,
        asked_by uuid,
        asked_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('asked', 'working', 'done', 'failed', 'cancelled')),
        version integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        report jsonb,
        problem jsonb,
        finished_at timestamptz,
        looked_after_until timestamptz,
        CHECK ((status IN ('asked', 'working')) = (finished_at IS NULL)),
        CHECK ((status IN ('asked', 'working')) = (content IS NOT NULL)),
        CHECK ((status = 'failed') = (problem IS NOT NULL))
      );
      COMMENT ON COLUMN api.catalogue_import_job.looked_after_until IS 'After that whoever worked on it has died, and another goes on';
      CREATE INDEX catalogue_import_job_to_do ON api.catalogue_import_job (asked_at) WHERE status IN ('asked', 'working')`,
    ...tenantTable('api', 'catalogue_import_job', 'ARRAY[]::uuid[]', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
