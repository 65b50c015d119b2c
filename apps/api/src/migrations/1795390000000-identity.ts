import { ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * Accounts, memberships, refresh tokens, API keys and invitations. Secrets are stored as SHA-256 (random tokens, in
 * hexadecimal) or argon2id (passwords) only. Accounts and sessions exist before a tenant is known, so they are readable for the
 * marketplace's scope alone; memberships, keys and invitations belong to their organisation.
 */
export class Identity1795390000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.user_account (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        display_name text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE api.membership (
        user_id uuid NOT NULL REFERENCES api.user_account,
        organisation_id uuid NOT NULL,
        organisation_kind text NOT NULL CHECK (organisation_kind IN ('agency', 'business', 'marketplace')),
        roles text[] NOT NULL,
        assistant_id uuid,
        joined_at timestamptz NOT NULL,
        revoked_at timestamptz,
        PRIMARY KEY (user_id, organisation_id)
      );
      CREATE INDEX membership_organisation ON api.membership (organisation_id);
      CREATE TABLE api.refresh_token (
        token_hash text PRIMARY KEY,
        family_id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES api.user_account,
        organisation_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX refresh_token_family ON api.refresh_token (family_id);
      CREATE TABLE api.api_key (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        created_by uuid NOT NULL REFERENCES api.user_account,
        name text NOT NULL,
        key_hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX api_key_organisation ON api.api_key (organisation_id);
      CREATE TABLE api.invitation (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        organisation_kind text NOT NULL,
        email text NOT NULL,
        roles text[] NOT NULL,
        assistant_id uuid,
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz
      );`,
    ...tenantTable('api', 'membership', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'api_key', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'invitation', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'refresh_token', ['organisation_id']),
    ...sharedTable('api', 'user_account', ['SELECT', 'INSERT', 'UPDATE']),
    'ALTER TABLE api.user_account ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY user_account_member ON api.user_account
         USING (api.may_see(VARIADIC ARRAY(SELECT organisation_id FROM api.membership WHERE user_id = id)))`,
  ];
}
