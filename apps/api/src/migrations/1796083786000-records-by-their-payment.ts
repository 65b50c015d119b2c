import { ForwardMigration } from '#platform/database';

/** Whether a line of the bank is the payment of an entry is asked for each line of a year: by an index. Changes no row. */
export class RecordsByTheirPayment1796083786000 extends ForwardMigration {
  readonly statements = [
    `CREATE INDEX record_bank_line ON api.record (business_id, (content ->> 'bankLineId'))
      WHERE content ->> 'bankLineId' IS NOT NULL AND status <> 'withdrawn'`,
  ];
}
