import { ForwardMigration, roleOf } from '#platform/database';

/**
 * An invitation ends with whoever gave it and can be withdrawn, so it is known who that was. Those that are open already know
 * nobody, and end by their time alone. Who a key stands for says which key it is and who made it, too.
 */
export class EndingInvitations1796011208000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.invitation ADD COLUMN invited_by uuid REFERENCES api.user_account;
      ALTER TABLE api.invitation ADD COLUMN invited_by_key uuid REFERENCES api.api_key;
      ALTER TABLE api.invitation ADD COLUMN withdrawn_at timestamptz;
      CREATE INDEX invitation_organisation ON api.invitation (organisation_id)`,
    'ALTER TABLE api.user_account ADD COLUMN deleted_at timestamptz',
    'DROP FUNCTION api.owner_of_key(text)',
    `CREATE FUNCTION api.owner_of_key(hash text)
         RETURNS TABLE ("organisationId" uuid, "organisationKind" text, roles text[], "assistantId" uuid, scopes text[],
                        "keyId" uuid, "madeBy" uuid)
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN QUERY
             SELECT m.organisation_id, m.organisation_kind, m.roles, m.assistant_id, k.scopes, k.id, k.created_by
               FROM api.api_key k
               JOIN api.membership m ON m.user_id = k.created_by AND m.organisation_id = k.organisation_id
              WHERE k.key_hash = hash AND k.revoked_at IS NULL AND m.revoked_at IS NULL;
         END $$`,
    'REVOKE EXECUTE ON FUNCTION api.owner_of_key(text) FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION api.owner_of_key(text) TO ${roleOf('api')}`,
  ];
}
