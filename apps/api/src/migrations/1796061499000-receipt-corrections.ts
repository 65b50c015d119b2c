import { ForwardMigration } from '#platform/database';

/** A receipt that was assigned to the wrong business is assigned anew: each assignment after the first has an id of its own in the books. */
export class ReceiptCorrections1796061499000 extends ForwardMigration {
  readonly statements = [`ALTER TABLE api.bank_receipt ADD COLUMN assignment_id uuid`];
}
