import { ForwardMigration, sharedTable } from '#platform/database';

/** Reference rates of currencies by the day that they are of, and where and when they were read. */
export class ReferenceRates1796009100000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.reference_rates (
        as_of date PRIMARY KEY,
        source text NOT NULL,
        per_euro jsonb NOT NULL,
        read_at timestamptz NOT NULL
      )`,
    ...sharedTable('matcher', 'reference_rates', ['SELECT', 'INSERT']),
  ];
}
