import { ForwardMigration, roleOf } from '#platform/database';

/**
 * Who a token or a key stands for, as every request asks. Who somebody is has to be known before it can be said whose rows
 * they may see: the functions set the marketplace's scope for themselves alone, and without a transaction around it the
 * question is one round trip.
 */
export class Credentials1795390190000 extends ForwardMigration {
  readonly statements = [
    `CREATE FUNCTION api.membership_of_session(of_user uuid, of_organisation uuid, session uuid)
         RETURNS TABLE ("userId" uuid, "organisationId" uuid, "organisationKind" text, roles text[], "assistantId" uuid)
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN QUERY
             SELECT m.user_id, m.organisation_id, m.organisation_kind, m.roles, m.assistant_id FROM api.membership m
              WHERE m.user_id = of_user AND m.organisation_id = of_organisation AND m.revoked_at IS NULL
                AND EXISTS (SELECT FROM api.refresh_token t WHERE t.family_id = session)
                AND NOT EXISTS (SELECT FROM api.refresh_token t WHERE t.family_id = session AND t.revoked_at IS NOT NULL);
         END $$`,
    `CREATE FUNCTION api.owner_of_key(hash text)
         RETURNS TABLE ("organisationId" uuid, "organisationKind" text, roles text[], "assistantId" uuid, scopes text[])
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN QUERY
             SELECT m.organisation_id, m.organisation_kind, m.roles, m.assistant_id, k.scopes
               FROM api.api_key k
               JOIN api.membership m ON m.user_id = k.created_by AND m.organisation_id = k.organisation_id
              WHERE k.key_hash = hash AND k.revoked_at IS NULL AND m.revoked_at IS NULL;
         END $$`,
    ...['membership_of_session(uuid, uuid, uuid)', 'owner_of_key(text)'].flatMap((signature) => [
      `REVOKE EXECUTE ON FUNCTION api.${signature} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION api.${signature} TO ${roleOf('api')}`,
    ]),
  ];
}
