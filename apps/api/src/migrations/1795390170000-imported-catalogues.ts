import { ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * Duties of catalogues that others keep, the same for every tenant; retired ones stay. `revision` counts the imports that
 * changed something, so that a process reads on from the last one that it knows. The imports themselves belong to no
 * organisation: only the marketplace's scope sees them.
 */
export class ImportedCatalogues1795390170000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.catalogue_entry (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        code text NOT NULL UNIQUE,
        revision integer NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'retired')),
        details jsonb NOT NULL,
        imported_at timestamptz NOT NULL,
        retired_at timestamptz,
        UNIQUE (source, external_id),
        CHECK ((status = 'retired') = (retired_at IS NOT NULL))
      );
      CREATE INDEX catalogue_entry_revision ON api.catalogue_entry (revision);
      CREATE TABLE api.catalogue_import (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        revision integer NOT NULL,
        imported_by uuid,
        imported_at timestamptz NOT NULL,
        accepted integer NOT NULL,
        updated integer NOT NULL,
        unchanged integer NOT NULL,
        retired integer NOT NULL,
        rejected integer NOT NULL
      );`,
    ...sharedTable('api', 'catalogue_entry', ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'catalogue_import', 'ARRAY[]::uuid[]', ['SELECT', 'INSERT']),
  ];
}
