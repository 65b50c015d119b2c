import { forcedSecurity, ForwardMigration } from '#platform/database';

/** Row-level security holds for the tables' owner as well, so that no login of the service's is past it. */
export class ForcedSecurity1796008539000 extends ForwardMigration {
  readonly statements = [forcedSecurity('api')];
}
