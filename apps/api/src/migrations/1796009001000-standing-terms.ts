import { ForwardMigration } from '#platform/database';

/** What an agency is bound to by instant bookings; null as long as it says nothing of its own. */
export class StandingTerms1796009001000 extends ForwardMigration {
  readonly statements = [`ALTER TABLE api.agency ADD COLUMN standing_terms jsonb`];
}
