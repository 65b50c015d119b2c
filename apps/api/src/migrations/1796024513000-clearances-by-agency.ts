import { ForwardMigration } from '#platform/database';

/** An agency looks at the clearances of all its assistants: they are found without reading those of others. Rows stay as they are. */
export class ClearancesByAgency1796024513000 extends ForwardMigration {
  readonly statements = ['CREATE INDEX clearance_agency ON api.clearance (agency_id, requested_at, id)'];
}
