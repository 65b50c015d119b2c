import { ForwardMigration } from '#platform/database';

/** Agencies and businesses that nobody acts for any more. */
export class ClosedOrganisations1796046400000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.agency DROP CONSTRAINT agency_status_check;
      ALTER TABLE api.agency ADD CONSTRAINT agency_status_check
        CHECK (status IN ('registered', 'verified', 'suspended', 'closed'));
      ALTER TABLE api.business ADD COLUMN closed_at timestamptz`,
  ];
}
