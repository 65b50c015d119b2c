import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Files, whose bytes lie elsewhere: who brought each, and what names it. Naming a file shows it to the organisations that see what
 * names it; `seen_by` has them all.
 */
export class Files1796040000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.file (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        seen_by uuid[] NOT NULL DEFAULT '{}',
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by uuid,
        uploaded_at timestamptz NOT NULL,
        is_kept boolean NOT NULL DEFAULT false,
        is_named boolean NOT NULL DEFAULT false,
        goes_at timestamptz
      );
      COMMENT ON COLUMN api.file.is_kept IS 'Whether its bytes are where files are kept';
      COMMENT ON COLUMN api.file.goes_at IS 'Since when its bytes are being deleted: nobody can name it any more';
      CREATE INDEX file_unnamed ON api.file (uploaded_at) WHERE NOT is_named;
      CREATE INDEX file_unnamed_of ON api.file (organisation_id) WHERE NOT is_named;
      CREATE TABLE api.file_use (
        file_id uuid NOT NULL REFERENCES api.file ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('clearance', 'dispute', 'duty-run', 'message', 'pack', 'record')),
        subject_id uuid NOT NULL,
        organisations uuid[] NOT NULL,
        assistant_id uuid,
        named_at timestamptz NOT NULL,
        PRIMARY KEY (file_id, kind, subject_id)
      );
      CREATE INDEX file_use_subject ON api.file_use (kind, subject_id);
      COMMENT ON COLUMN api.file_use.assistant_id IS 'Who may see it of an agency''s assistants; null for none of them'`,
    ...tenantTable('api', 'file', 'ARRAY[organisation_id] || seen_by'),
    ...tenantTable('api', 'file_use', 'organisations'),
  ];
}
