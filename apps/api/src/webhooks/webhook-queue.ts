import { marketplace } from '#access';
import type { AttemptFailure, WebhookEndpoint } from '#domain';
import type { KeptState, Transaction } from '#platform/database';
import { type JournalRow } from '#platform/messaging';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** The right of one process to send to an endpoint, alone, until a time that each message puts off. */
export interface Lease {
  readonly endpointId: string;
  readonly lease: string;
}

/** The message of an endpoint that is next. */
export interface NextMessage {
  readonly id: string;
  readonly place: string;
  readonly organisationId: string;
  readonly attempts: number;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly endpoint: KeptState<WebhookEndpoint>;
  /** Null where the journal doesn't hold it any more. */
  readonly event: (Omit<JournalRow, 'occurred_at'> & { readonly occurred_at: string }) | null;
}

/** One attempt, as it is noted. */
export interface Attempt {
  readonly attemptedAt: string;
  readonly durationMs: number;
  readonly responseStatus: number | null;
  readonly failure: AttemptFailure | null;
}

/** The queues of all endpoints: who is next, who sends, what came of it. */
@Injectable()
export class WebhookQueue {
  private readonly listeners = new Set<() => void>();
  private readonly openings = new Set<() => void>();

  constructor(private readonly database: ApiDatabase) {}

  /** For what the journal gets from now on. */
  async open(tx: Transaction, endpointId: string, organisationId: string, now: string): Promise<void> {
    await tx.execute(
      `INSERT INTO api.webhook_queue (endpoint_id, organisation_id, since_position, next_attempt_at)
       VALUES ($1, $2, coalesce((SELECT last_position FROM api.journal_seal ORDER BY last_position DESC LIMIT 1), 0), $3)`,
      [endpointId, organisationId, now],
    );
    tx.afterCommit(() => this.openings.forEach((listener) => listener()));
  }

  /** Calls back when somebody else wants to hear of events; only a hint. */
  onOpened(listener: () => void): void {
    this.openings.add(listener);
  }

  async close(tx: Transaction, endpointId: string): Promise<void> {
    await tx.execute('DELETE FROM api.webhook_queue WHERE endpoint_id = $1', [endpointId]);
  }

  /** Nothing is sent to the organisation any more. */
  async closeAllOf(tx: Transaction, organisationId: string): Promise<void> {
    await tx.execute(
      `DELETE FROM api.webhook_queue WHERE endpoint_id IN (SELECT id FROM api.webhook_endpoint WHERE organisation_id = $1)`,
      [organisationId],
    );
  }

  /** What waits is tried at once, and has three days anew. */
  async startAnew(tx: Transaction, endpointId: string, now: string): Promise<void> {
    await tx.execute(
      `UPDATE api.webhook_queue SET failures = 0, failing_since = NULL, next_attempt_at = $2 WHERE endpoint_id = $1`,
      [endpointId, now],
    );
    tx.afterCommit(() => this.tellAdded());
  }

  /** Calls back when there may be something to send; only a hint. */
  onAdded(listener: () => void): void {
    this.listeners.add(listener);
  }

  tellAdded(): void {
    for (const listener of this.listeners) listener();
  }

  /** Takes endpoints for which something is due: those whose last attempt failed, or the others. */
  claim(which: 'failing' | 'well', atMost: number, lease: string, until: string, now: string): Promise<Lease[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<Lease>(
        `UPDATE api.webhook_queue SET lease = $1, leased_until = $2 WHERE endpoint_id IN (
           SELECT q.endpoint_id FROM api.webhook_queue q JOIN api.webhook_endpoint e ON e.id = q.endpoint_id
            WHERE q.last_settled < q.last_queued AND q.next_attempt_at <= $3 AND e.status = 'active'
              AND (q.leased_until IS NULL OR q.leased_until <= $3) AND (q.failures > 0) = $4
            ORDER BY q.next_attempt_at LIMIT $5 FOR UPDATE OF q SKIP LOCKED)
         RETURNING endpoint_id AS "endpointId", lease`,
        [lease, until, now, which === 'failing', atMost],
      ),
    );
  }

  /** Null where nothing waits, the endpoint is paused, or somebody else has the lease by now. */
  async next({ endpointId, lease }: Lease): Promise<NextMessage | null> {
    const [found] = await this.database.read(marketplace, (tx) =>
      tx.query<NextMessage>(
        `SELECT d.id, d.place, d.organisation_id AS "organisationId", d.attempts, q.failures, q.failing_since AS "failingSince",
                e.state AS endpoint, to_jsonb(j) AS event
           FROM api.webhook_queue q
           JOIN api.webhook_endpoint e ON e.id = q.endpoint_id AND e.status = 'active'
           JOIN api.webhook_delivery d ON d.endpoint_id = q.endpoint_id AND d.place = q.last_settled + 1
           LEFT JOIN api.journal j ON j.position = d.position
          WHERE q.endpoint_id = $1 AND q.lease = $2`,
        [endpointId, lease],
      ),
    );
    return found ?? null;
  }

  /** Notes that the message was taken, or is given up with its event. False where somebody else has the lease by now. */
  settle(
    held: Lease,
    { id, place, organisationId }: NextMessage,
    attempt: Attempt | null,
    until: string,
    now: string,
  ): Promise<boolean> {
    return this.database.transaction(marketplace, async (tx) => {
      const settled = await tx.execute(
        `UPDATE api.webhook_queue SET last_settled = $3, failures = 0, failing_since = NULL, next_attempt_at = $4, leased_until = $5
          WHERE endpoint_id = $1 AND lease = $2`,
        [held.endpointId, held.lease, place, now, until],
      );
      if (settled === 0) return false;
      const status = attempt === null ? 'expired' : 'delivered';
      await this.note(tx, id, organisationId, attempt, { status, settledAt: now });
      return true;
    });
  }

  /** Notes that it failed, and gives the lease back. */
  async fail(held: Lease, { id, organisationId }: NextMessage, attempt: Attempt, nextAt: string): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const failed = await tx.execute(
        `UPDATE api.webhook_queue SET failures = failures + 1, failing_since = coalesce(failing_since, $3), next_attempt_at = $4,
                                      lease = NULL, leased_until = NULL
          WHERE endpoint_id = $1 AND lease = $2`,
        [held.endpointId, held.lease, attempt.attemptedAt, nextAt],
      );
      if (failed > 0) await this.note(tx, id, organisationId, attempt, { status: 'waiting', settledAt: null });
    });
  }

  async release({ endpointId, lease }: Lease): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        'UPDATE api.webhook_queue SET lease = NULL, leased_until = NULL WHERE endpoint_id = $1 AND lease = $2',
        [endpointId, lease],
      ),
    );
  }

  private async note(
    tx: Transaction,
    id: string,
    organisationId: string,
    attempt: Attempt | null,
    { status, settledAt }: { status: string; settledAt: string | null },
  ): Promise<void> {
    const [noted] = await tx.query<{ attempts: number }>(
      `UPDATE api.webhook_delivery SET status = $2, settled_at = $3, attempts = attempts + $4 WHERE id = $1 RETURNING attempts`,
      [id, status, settledAt, attempt === null ? 0 : 1],
    );
    if (attempt === null || noted === undefined) return;
    const { attemptedAt, durationMs, responseStatus, failure } = attempt;
    await tx.execute(
      `INSERT INTO api.webhook_attempt (delivery_id, number, organisation_id, attempted_at, duration_ms, response_status, failure)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, noted.attempts, organisationId, attemptedAt, durationMs, responseStatus, failure],
    );
  }
}
