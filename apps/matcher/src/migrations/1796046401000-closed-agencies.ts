import { ForwardMigration } from '#platform/database';

/** Agencies that nobody acts for any more. */
export class ClosedAgencies1796046401000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE matcher.supply_agency DROP CONSTRAINT supply_agency_status_check;
      ALTER TABLE matcher.supply_agency ADD CONSTRAINT supply_agency_status_check
        CHECK (status IN ('registered', 'verified', 'suspended', 'closed'))`,
  ];
}
