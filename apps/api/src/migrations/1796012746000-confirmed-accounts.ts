import { forcedSecurity, ForwardMigration, roleOf, sharedTable } from '#platform/database';

const marketplaceOnly = (table: string): string[] => [
  `ALTER TABLE api.${table} ENABLE ROW LEVEL SECURITY`,
  forcedSecurity('api', table),
  `CREATE POLICY ${table}_marketplace ON api.${table} USING (current_setting('ajudant.scope', true) = 'marketplace')`,
  ...sharedTable('api', table),
];

/**
 * Addresses are confirmed by mail, and passwords set anew by it: codes of which the hash is kept, and the mail itself, which is
 * written in the transaction that gives the reason for it and sent afterwards. Its words go once it is sent. Whoever has an
 * account already has shown by using it that it is hers. Who a token or a key stands for says whether the address is confirmed.
 */
export class ConfirmedAccounts1796012746000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.user_account ADD COLUMN confirmed_at timestamptz;
      ALTER TABLE api.user_account ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es', 'ca'));
      UPDATE api.user_account SET confirmed_at = created_at;
      ALTER TABLE api.invitation ADD COLUMN mail_token_hash text UNIQUE;
      ALTER TABLE api.invitation
        ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es', 'ca'));
      CREATE TABLE api.account_code (
        code_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES api.user_account,
        purpose text NOT NULL CHECK (purpose IN ('confirm-address', 'reset-password')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX account_code_user ON api.account_code (user_id);
      CREATE TABLE api.mail (
        id uuid PRIMARY KEY,
        recipient text NOT NULL,
        subject text,
        text text,
        html text,
        created_at timestamptz NOT NULL,
        due_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        failure text
      );
      CREATE INDEX mail_due ON api.mail (due_at) WHERE due_at IS NOT NULL`,
    ...marketplaceOnly('account_code'),
    ...marketplaceOnly('mail'),
    'DROP FUNCTION api.membership_of_session(uuid, uuid, uuid)',
    `CREATE FUNCTION api.membership_of_session(of_user uuid, of_organisation uuid, session uuid)
         RETURNS TABLE ("userId" uuid, "organisationId" uuid, "organisationKind" text, roles text[], "assistantId" uuid,
                        "isConfirmed" boolean)
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN QUERY
             SELECT m.user_id, m.organisation_id, m.organisation_kind, m.roles, m.assistant_id, a.confirmed_at IS NOT NULL
               FROM api.membership m JOIN api.user_account a ON a.id = m.user_id
              WHERE m.user_id = of_user AND m.organisation_id = of_organisation AND m.revoked_at IS NULL
                AND EXISTS (SELECT FROM api.refresh_token t WHERE t.family_id = session)
                AND NOT EXISTS (SELECT FROM api.refresh_token t WHERE t.family_id = session AND t.revoked_at IS NOT NULL);
         END $$`,
    'DROP FUNCTION api.owner_of_key(text)',
    `CREATE FUNCTION api.owner_of_key(hash text)
         RETURNS TABLE ("organisationId" uuid, "organisationKind" text, roles text[], "assistantId" uuid, scopes text[],
                        "keyId" uuid, "madeBy" uuid, "isConfirmed" boolean)
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN QUERY
             SELECT m.organisation_id, m.organisation_kind, m.roles, m.assistant_id, k.scopes, k.id, k.created_by,
                    a.confirmed_at IS NOT NULL
               FROM api.api_key k
               JOIN api.membership m ON m.user_id = k.created_by AND m.organisation_id = k.organisation_id
               JOIN api.user_account a ON a.id = k.created_by
              WHERE k.key_hash = hash AND k.revoked_at IS NULL AND m.revoked_at IS NULL;
         END $$`,
    ...['membership_of_session(uuid, uuid, uuid)', 'owner_of_key(text)'].flatMap((signature) => [
      `REVOKE EXECUTE ON FUNCTION api.${signature} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION api.${signature} TO ${roleOf('api')}`,
    ]),
  ];
}
