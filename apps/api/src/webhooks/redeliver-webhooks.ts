import { scopeOf } from '#access';
import { DomainError, instantMs, normaliseInstant } from '#domain';
import type { Transaction } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { assertEndpoint, WebhookLog } from './webhook-log.js';
import { WebhookQueue } from './webhook-queue.js';

/** Of one request. */
const mostAtOnce = 1_000;
/** Where more than this waits, nothing is put behind it: whoever asks again and again would send others as much as she likes. */
const mostWaiting = 5_000;

/** One message, or what happened in a span, which doesn't contain its end. */
type Which = { readonly deliveryId: string } | { readonly from: string; readonly to: string };

/** Sends again what an endpoint was sent, or would have been: behind all that waits for it, in order. Answers how many. */
export class RedeliverWebhooks extends commandOf<Call & { endpointId: string; which: Which }, number>() {}

@CommandHandler(RedeliverWebhooks)
export class RedeliverWebhooksHandler implements ICommandHandler<RedeliverWebhooks> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly log: WebhookLog,
    private readonly queue: WebhookQueue,
  ) {}

  async execute({ actor, endpointId, which, now }: RedeliverWebhooks): Promise<number> {
    const scope = scopeOf(actor);
    const { organisationId } = actor;
    return this.database.transaction(scope, async (tx) => {
      await assertEndpoint(tx, endpointId);
      const queued =
        'deliveryId' in which
          ? await this.one(tx, scope, { endpointId, deliveryId: which.deliveryId, now })
          : await this.span(tx, { endpointId, organisationId, span: which, now });
      tx.afterCommit(() => this.queue.tellAdded());
      return queued;
    });
  }

  private async one(
    tx: Transaction,
    scope: ReturnType<typeof scopeOf>,
    { endpointId, deliveryId, now }: { endpointId: string; deliveryId: string; now: string },
  ): Promise<number> {
    const { eventId } = await this.log.read(scope, endpointId, deliveryId);
    const queued = await queueAgain(
      tx,
      endpointId,
      `SELECT j.* FROM api.webhook_delivery d JOIN api.journal j ON j.position = d.position
        WHERE d.endpoint_id = $1 AND d.id = $3 AND j.event_id = $4`,
      [now, deliveryId, eventId],
    );
    if (queued === 0) throw new DomainError('webhook-delivery.event-gone');
    return queued;
  }

  private async span(
    tx: Transaction,
    { endpointId, organisationId, span, now }: { endpointId: string; organisationId: string; span: Span; now: string },
  ): Promise<number> {
    const [from, to] = [normaliseInstant(span.from, ['from']), normaliseInstant(span.to, ['to'])];
    if (instantMs(to) <= instantMs(from)) throw new DomainError('webhook-endpoint.span-upside-down', { at: ['to'] });
    const queued = await queueAgain(
      tx,
      endpointId,
      `SELECT j.* FROM api.journal j JOIN api.webhook_endpoint e ON e.id = $1
        WHERE j.audience && ARRAY[$3::uuid] AND j.occurred_at >= $4 AND j.occurred_at < $5
          AND (e.types = '{}' OR j.type = ANY (e.types))
        ORDER BY j.position LIMIT ${mostAtOnce + 1}`,
      [now, organisationId, from, to],
    );
    if (queued > mostAtOnce) throw new DomainError('webhook-endpoint.span-too-long', { limit: mostAtOnce, at: ['to'] });
    return queued;
  }
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Puts the events that a statement finds behind what waits: $1 is the endpoint, $2 now. */
async function queueAgain(tx: Transaction, endpointId: string, events: string, params: unknown[]): Promise<number> {
  // Locked before it is read, so that two don't give the same place.
  const [queue] = await tx.query<{ waiting: number }>(
    'SELECT (last_queued - last_settled)::int AS waiting FROM api.webhook_queue WHERE endpoint_id = $1 FOR UPDATE',
    [endpointId],
  );
  if ((queue?.waiting ?? 0) > mostWaiting) {
    throw new DomainError('webhook-endpoint.too-much-waits', { limit: mostWaiting });
  }
  return tx.execute(
    `WITH again AS (SELECT found.*, row_number() OVER (ORDER BY position) AS nth FROM (${events}) AS found),
     longer AS (
       UPDATE api.webhook_queue SET last_queued = last_queued + (SELECT count(*) FROM again) WHERE endpoint_id = $1
       RETURNING organisation_id, last_queued - (SELECT count(*) FROM again) AS before)
     INSERT INTO api.webhook_delivery (endpoint_id, organisation_id, place, position, event_id, event_type, happened_at, queued_at,
                                       again)
     SELECT $1, organisation_id, before + nth, position, event_id, type, occurred_at, $2, true FROM again, longer`,
    [endpointId, ...params],
  );
}
