import { ForwardMigration, scopeAskedOnce } from '#platform/database';

/**
 * Of these a long engagement has thousands of rows. The policies say what they said, but a page of 5,000 messages is read by its index
 * now, and runs that are counted aren't each asked for their scope. Rows stay as they are.
 */
export class ScopeAskedOnce1796104924000 extends ForwardMigration {
  readonly statements = [
    scopeAskedOnce('api', 'message', ['agency_id', 'business_id']),
    scopeAskedOnce('api', 'duty_run', ['agency_id', 'business_id']),
    scopeAskedOnce('api', 'enquiry', ['business_id']),
  ];
}
