import { marketplace } from '#access';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { TestApi } from './test-api.js';

/** Tables of an engagement and of one run of it, those that others refer to first. */
const tables = ['agreement', 'engagement', 'duty_run'] as const;

/**
 * So many engagements that differ from one in nothing but their ids, each with a run like the one that is named: more than a suite could
 * agree on one by one.
 * @returns their ids
 */
export async function copiesOf(
  api: TestApi,
  { id, runId }: { readonly id: string; readonly runId: string },
  count: number,
): Promise<string[]> {
  const copies = Array.from({ length: count }, () => ({ id: uuidv7(), runId: uuidv7() }));
  await api.app.get(ApiDatabase, { strict: false }).transaction(marketplace, async (tx) => {
    for (const table of tables) {
      const columns = await tx.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
          WHERE table_schema = 'api' AND table_name = $1 AND is_generated = 'NEVER' AND column_name <> 'written_by'`,
        [table],
      );
      const names = columns.map(({ name }) => name).join(', ');
      const copied = columns.map(({ name }) => `copy.${name}`).join(', ');
      await tx.execute(
        `INSERT INTO api.${table} (${names})
         SELECT ${copied} FROM api.${table} AS kept, unnest($3::text[], $4::text[]) AS other (id, run_id),
                jsonb_populate_record(NULL::api.${table},
                  replace(replace(to_jsonb(kept)::text, $1::text, other.id), $2::text, other.run_id)::jsonb) AS copy
          WHERE kept.id = $5::uuid`,
        [id, runId, copies.map((one) => one.id), copies.map((one) => one.runId), table === 'duty_run' ? runId : id],
      );
    }
  });
  return copies.map((one) => one.id);
}
