import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Endpoints that organisations are told of events at, a queue for each, the messages in it in their order, and each attempt. Places in
 * a queue have no gaps: what has the place after the last one that is settled is next.
 */
export class Webhooks1796034193000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.webhook_endpoint (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        organisation_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'paused', 'removed')),
        types text[] NOT NULL,
        paused_at timestamptz,
        state jsonb NOT NULL
      );
      CREATE INDEX webhook_endpoint_organisation ON api.webhook_endpoint (organisation_id, id) WHERE status <> 'removed';
      CREATE TABLE api.webhook_queue (
        endpoint_id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        since_position bigint NOT NULL,
        last_queued bigint NOT NULL DEFAULT 0,
        last_settled bigint NOT NULL DEFAULT 0 CHECK (last_settled <= last_queued),
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        next_attempt_at timestamptz NOT NULL,
        lease uuid,
        leased_until timestamptz
      ) WITH (fillfactor = 50);
      COMMENT ON COLUMN api.webhook_queue.lease IS 'Of the process that is sending, until then; nobody else sends meanwhile';
      CREATE INDEX webhook_queue_due ON api.webhook_queue (next_attempt_at) WHERE last_settled < last_queued;
      CREATE TABLE api.webhook_delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        endpoint_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        place bigint NOT NULL,
        position bigint NOT NULL,
        event_id uuid NOT NULL,
        event_type text NOT NULL,
        happened_at timestamptz NOT NULL,
        queued_at timestamptz NOT NULL,
        again boolean NOT NULL,
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'expired')),
        attempts integer NOT NULL DEFAULT 0,
        settled_at timestamptz,
        UNIQUE (endpoint_id, place),
        CHECK ((status = 'waiting') = (settled_at IS NULL))
      );
      CREATE INDEX webhook_delivery_waiting ON api.webhook_delivery (position) WHERE status = 'waiting';
      CREATE INDEX webhook_delivery_settled ON api.webhook_delivery (settled_at) WHERE status <> 'waiting';
      CREATE TABLE api.webhook_attempt (
        delivery_id uuid NOT NULL REFERENCES api.webhook_delivery ON DELETE CASCADE,
        number integer NOT NULL,
        organisation_id uuid NOT NULL,
        attempted_at timestamptz NOT NULL,
        duration_ms integer NOT NULL,
        response_status integer,
        failure text CHECK (failure IN ('address-refused', 'connection', 'host-unknown', 'status', 'timeout', 'tls', 'too-large')),
        PRIMARY KEY (delivery_id, number)
      )`,
    ...tenantTable('api', 'webhook_endpoint', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'webhook_queue', ['organisation_id']),
    ...tenantTable('api', 'webhook_delivery', ['organisation_id']),
    ...tenantTable('api', 'webhook_attempt', ['organisation_id'], ['SELECT', 'INSERT', 'DELETE']),
  ];
}
