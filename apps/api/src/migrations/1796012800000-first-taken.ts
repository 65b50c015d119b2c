import { ForwardMigration, roleOf } from '#platform/database';

/**
 * Which of the slots that a business would like of its agreement's assistant is taken already, as one look without a
 * transaction: null where none is, or where nothing of the agreement can be booked anyway. It sees what the marketplace sees
 * and tells no more than a refused booking does.
 */
export class FirstTaken1796012800000 extends ForwardMigration {
  readonly statements = [
    `CREATE FUNCTION api.first_taken(agreement uuid, business uuid, starts timestamptz[], ends timestamptz[], as_of timestamptz)
         RETURNS integer
         LANGUAGE plpgsql STABLE SET ajudant.scope TO 'marketplace' AS $$
         BEGIN
           RETURN (
             SELECT min(wanted.place)
               FROM api.agreement agreed,
                    unnest(starts, ends) WITH ORDINALITY AS wanted(starts_at, ends_at, place)
              WHERE agreed.id = agreement AND agreed.business_id = business AND agreed.in_force_number IS NOT NULL
                AND EXISTS (
                  SELECT FROM api.calendar_slot taken
                   WHERE taken.assistant_id = agreed.assistant_id
                     AND taken.period && tstzrange(wanted.starts_at, wanted.ends_at, '[)')
                     AND (taken.hold_expires_at IS NULL OR taken.hold_expires_at > as_of)));
         END $$`,
    `REVOKE EXECUTE ON FUNCTION api.first_taken(uuid, uuid, timestamptz[], timestamptz[], timestamptz) FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION api.first_taken(uuid, uuid, timestamptz[], timestamptz[], timestamptz) TO ${roleOf('api')}`,
  ];
}
