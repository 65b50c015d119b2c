import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * How many entries a business has in a year of the calendar, kept as entries come, move and go: whoever files asks whether there is room, and a count of the
 * year would take longer with each. The database keeps it, in the transaction of the entry, so that it can't say anything else than the entries do; those that
 * are there are counted once. And documents are found by their hash: whether another entry has the same is asked at each filing.
 */
export class RecordsCounted1796104000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.record_count (
        business_id uuid NOT NULL REFERENCES api.business,
        year integer NOT NULL,
        entries integer NOT NULL CHECK (entries >= 0),
        PRIMARY KEY (business_id, year)
      )`,
    ...tenantTable('api', 'record_count', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    `CREATE FUNCTION api.count_added_records() RETURNS trigger LANGUAGE plpgsql SET "ajudant.scope" TO 'marketplace' AS $$
      BEGIN
        INSERT INTO api.record_count AS known (business_id, year, entries)
        SELECT business_id, extract(year FROM dated_on), count(*) FROM added GROUP BY 1, 2 ORDER BY 1, 2
            ON CONFLICT (business_id, year) DO UPDATE SET entries = known.entries + excluded.entries;
        RETURN NULL;
      END $$;
      CREATE FUNCTION api.count_gone_records() RETURNS trigger LANGUAGE plpgsql SET "ajudant.scope" TO 'marketplace' AS $$
      BEGIN
        UPDATE api.record_count known SET entries = known.entries - less.entries
          FROM (SELECT business_id, extract(year FROM dated_on) AS year, count(*) AS entries FROM gone GROUP BY 1, 2) AS less
         WHERE known.business_id = less.business_id AND known.year = less.year;
        RETURN NULL;
      END $$;
      CREATE FUNCTION api.count_moved_record() RETURNS trigger LANGUAGE plpgsql SET "ajudant.scope" TO 'marketplace' AS $$
      BEGIN
        INSERT INTO api.record_count AS known (business_id, year, entries) VALUES (NEW.business_id, extract(year FROM NEW.dated_on), 1)
            ON CONFLICT (business_id, year) DO UPDATE SET entries = known.entries + 1;
        UPDATE api.record_count SET entries = entries - 1
         WHERE business_id = OLD.business_id AND year = extract(year FROM OLD.dated_on);
        RETURN NULL;
      END $$`,
    `CREATE TRIGGER record_added AFTER INSERT ON api.record REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION api.count_added_records();
      CREATE TRIGGER record_gone AFTER DELETE ON api.record REFERENCING OLD TABLE AS gone
        FOR EACH STATEMENT EXECUTE FUNCTION api.count_gone_records();
      CREATE TRIGGER record_moved AFTER UPDATE OF dated_on ON api.record
        FOR EACH ROW WHEN (extract(year FROM OLD.dated_on) <> extract(year FROM NEW.dated_on))
        EXECUTE FUNCTION api.count_moved_record()`,
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      INSERT INTO api.record_count (business_id, year, entries)
      SELECT business_id, extract(year FROM dated_on), count(*) FROM api.record GROUP BY 1, 2`,
    `CREATE INDEX file_sha256 ON api.file (sha256)`,
  ];
}
