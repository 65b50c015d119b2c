import { ForwardMigration } from '#platform/database';

/** The first and last day of what a need asks for, by which needs are looked for; a draft may lack them. */
export class NeedTerms1795390291000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.need ADD COLUMN starts_on date, ADD COLUMN ends_on date;
      UPDATE api.need SET starts_on = (details ->> 'startsOn')::date, ends_on = (details ->> 'endsOn')::date`,
  ];
}
