import { EmbeddedDatabase } from '#platform/database/embedded';
import type { NeedToMatch } from '#domain';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Contestant, type Opens, places } from './contestant.js';
import type { Market } from './market.js';
import { halfHours, plainListing, plainNeed } from './plain-listing.js';

const rowsAtATime = 2_000;

/** Arrays under one GIN index, half hours as bits, and the score in SQL: the query that one would write. */
export const openPostgres: Opens = async (market, step) => {
  const folder = await mkdtemp(join(tmpdir(), 'ajudant-matching-'));
  const database = await EmbeddedDatabase.start({ dataDir: folder, database: 'bench', durability: 'throwaway' });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await fill(client, market);
  step('PostgreSQL: filled, indexed and analysed');
  return new PostgresSearch(client, market, async () => {
    await client.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  });
};

class PostgresSearch implements Contestant {
  readonly name = 'PostgreSQL';
  readonly leavesOut = 'clock changes, days off, bookings and capacity, near misses and counts, explanations';

  constructor(
    private readonly client: Client,
    private readonly market: Market,
    readonly close: () => Promise<void>,
  ) {}

  async find(need: NeedToMatch): Promise<readonly string[]> {
    const plain = plainNeed(need, this.market);
    const { duties, skills } = plain;
    const { rows } = await this.client.query<{ id: string }>({
      // One statement for each number of duties and skills, prepared when it is first needed.
      name: `find-${duties.length}-${skills.length}`,
      text: statement(duties.length, skills.length),
      values: [
        duties.map(({ code }) => code),
        plain.qualifications,
        plain.capEuro,
        new Date(plain.lastAt),
        plain.excludedAgencyIds,
        plain.hours,
        plain.leastHalfHours,
        Math.max(1, plain.askedHalfHours),
        ...duties.flatMap(({ code, weight }) => [[code], weight]),
        ...skills.flatMap(({ code, weight, minLevel }) => [code, weight, minLevel]),
      ],
    });
    return rows.map(({ id }) => id);
  }
}

function statement(duties: number, skills: number): string {
  let next = 9;
  const parameter = (): string => `$${next++}`;
  const coverage = Array.from(
    { length: duties },
    () => `(duties @> ${parameter()}::text[])::int * ${parameter()}::float8`,
  );
  const fit = Array.from({ length: skills }, () => {
    const level = `coalesce((skills ->> ${parameter()}::text)::int, 0)`;
    const [weight, least] = [parameter(), parameter()];
    return `${weight}::float8 * CASE WHEN ${level} < ${least}::int THEN 0.8 * ${level} / (${least}::int + 1)
      ELSE 0.8 + 0.2 * (${level} - ${least}::int) / greatest(1, 5 - ${least}::int) END`;
  });
  return `
    SELECT id FROM assistant
     WHERE duties && $1::text[] AND qualifications @> $2::text[] AND active AND rate_euro <= $3::float8
       AND cleared_until >= $4::timestamptz AND agency_id <> ALL ($5::uuid[])
       AND bit_count(hours & $6::bit(${halfHours})) >= $7::int
     ORDER BY 0.34 * (${coverage.join(' + ')}) + 0.18 * (${fit.join(' + ') || '1'})
            + 0.14 * bit_count(hours & $6::bit(${halfHours}))::float8 / $8::int
            + 0.12 * least(1, 2 * ($3::float8 - rate_euro) / $3::float8) + standing DESC, id
     LIMIT ${places}`;
}

async function fill(client: Client, market: Market): Promise<void> {
  await client.query(`
    CREATE TABLE assistant (
      id uuid PRIMARY KEY, agency_id uuid NOT NULL, active boolean NOT NULL, duties text[] NOT NULL, skills jsonb NOT NULL,
      qualifications text[] NOT NULL, rate_euro float8 NOT NULL, cleared_until timestamptz NOT NULL, hours bit(${halfHours}) NOT NULL,
      standing float8 NOT NULL)`);
  for (let first = 0; first < market.assistants; first += rowsAtATime) {
    const count = Math.min(rowsAtATime, market.assistants - first);
    const rows = Array.from({ length: count }, (_, index) => plainListing(market, first + index));
    await client.query(
      `INSERT INTO assistant
       SELECT id, "agencyId", active, duties, skills, qualifications, "rateEuro", to_timestamp("clearedUntil" / 1000.0),
              hours::bit(${halfHours}), standing
         FROM jsonb_to_recordset($1) AS row (id uuid, "agencyId" uuid, active boolean, duties text[], skills jsonb,
              qualifications text[], "rateEuro" float8, "clearedUntil" float8, hours text, standing float8)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('CREATE INDEX ON assistant USING gin (duties, qualifications)');
  await client.query('VACUUM ANALYZE assistant');
}
