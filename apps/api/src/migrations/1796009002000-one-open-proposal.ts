import { ForwardMigration } from '#platform/database';

/**
 * A need has one open proposal of an assistant at most. Where an agency made several, the latest one stands and the others
 * are withdrawn, which their parties hear as they would have from the agency. `closed` is what a proposal becomes when the
 * need is filled by another one.
 */
export class OneOpenProposal1796009002000 extends ForwardMigration {
  readonly statements = [
    // The owner is held back by row-level security, unless it is a superuser.
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      ALTER TABLE api.proposal DROP CONSTRAINT proposal_status_check;
      ALTER TABLE api.proposal ADD CONSTRAINT proposal_status_check
        CHECK (status IN ('open', 'accepted', 'declined', 'closed', 'withdrawn'));
      WITH withdrawn AS (
        UPDATE api.proposal SET status = 'withdrawn', decided_at = now(), version = version + 1
         WHERE status = 'open' AND EXISTS (
           SELECT FROM api.proposal later WHERE later.status = 'open' AND later.need_id = proposal.need_id
              AND later.assistant_id = proposal.assistant_id AND later.id > proposal.id)
        RETURNING id, version, need_id, business_id, agency_id, decided_at)
      INSERT INTO api.outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
                              correlation_id, data)
        SELECT gen_random_uuid(), 'proposal.withdrawn.v1', 'proposal', id, version, ARRAY[business_id, agency_id],
               decided_at, id::text,
               jsonb_build_object('needId', need_id, 'withdrawnAt',
                 to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM withdrawn;
      CREATE UNIQUE INDEX proposal_one_open ON api.proposal (need_id, assistant_id) WHERE status = 'open'`,
  ];
}
