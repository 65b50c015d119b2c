import { instantOf, minuteMs } from '#domain';
import { Client } from 'pg';
import type { ListedAssistant } from '../../apps/matcher/src/search/columns/supply-columns.js';
import { agencyIdOf, Market } from './matching/market.js';

const rowsAtATime = 2_000;

/**
 * Writes so many assistants into the matcher's tables, as its projection would have done by and by: over HTTP and events a
 * hundred thousand would take an hour. The api knows none of them; what waits for a shortlist doesn't ask it.
 */
export async function seedInBulk(databaseUrl: string, count: number, step: (text: string) => void): Promise<void> {
  const market = new Market(count, 1, new Date().toISOString());
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const agencies = Array.from({ length: market.agencies }, (_, number) => [
      agencyIdOf(number),
      market.agency(number).status,
    ]);
    await client.query(
      `INSERT INTO matcher.supply_agency (agency_id, status)
       SELECT (agency ->> 0)::uuid, agency ->> 1 FROM jsonb_array_elements($1) AS agency`,
      [JSON.stringify(agencies)],
    );
    for (let first = 0; first < count; first += rowsAtATime) {
      const rows = Array.from({ length: Math.min(rowsAtATime, count - first) }, (_, index) =>
        rowOf(market.assistant(first + index)),
      );
      await client.query(insertion, [JSON.stringify(rows)]);
      if (first % 20_000 === 0) step(`${first} assistants are in the tables`);
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

function rowOf(assistant: ListedAssistant) {
  const { assistantId, agencyId, calendarVersion, clearedUntil, busy, reviews, ...listing } = assistant;
  const slots = Array.from({ length: busy.length / 2 }, (_, index) => ({
    startAt: instantOf(busy[index * 2]! * minuteMs),
    endAt: instantOf(busy[index * 2 + 1]! * minuteMs),
  }));
  return { assistantId, agencyId, calendarVersion, clearedUntil, slots, ...reviews, listing };
}

const insertion = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1) AS row ("assistantId" uuid, "agencyId" uuid, "calendarVersion" int,
      "clearedUntil" timestamptz, slots jsonb, count int, "scoreSum" int, listing jsonb)),
  listed AS (
    INSERT INTO matcher.supply_assistant (assistant_id, agency_id, listed, calendar_version, listing)
    SELECT "assistantId", "agencyId", true, "calendarVersion", listing FROM given),
  cleared AS (
    INSERT INTO matcher.supply_clearance (clearance_id, assistant_id, valid_until, voided)
    SELECT gen_random_uuid(), "assistantId", "clearedUntil", false FROM given WHERE "clearedUntil" IS NOT NULL),
  booked AS (
    INSERT INTO matcher.supply_booking (booking_id, assistant_id, taken, slots)
    SELECT gen_random_uuid(), "assistantId", true, slots FROM given WHERE slots <> '[]')
  INSERT INTO matcher.supply_rating (assistant_id, count, score_sum)
  SELECT "assistantId", count, "scoreSum" FROM given WHERE count > 0`;
