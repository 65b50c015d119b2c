import { ForwardMigration } from '#platform/database';

/** A clearance is of a workplace in one country, and moving to another voids it. Those that there are were given where the assistant works. */
export class PlacesOfClearances1796009000000 extends ForwardMigration {
  readonly statements = [
    // The owner is held back by row-level security, unless it is a superuser.
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      ALTER TABLE api.clearance ADD COLUMN country_code text;
      UPDATE api.clearance SET country_code = assistant.country_code
        FROM api.assistant WHERE assistant.id = clearance.assistant_id;
      ALTER TABLE api.clearance ALTER COLUMN country_code SET NOT NULL`,
  ];
}
