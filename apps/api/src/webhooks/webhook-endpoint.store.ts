import type { WebhookDto, WebhookPageDto } from '#contracts';
import { DomainError, evolveWebhookEndpoint, type WebhookEndpoint, type WebhookEndpointFact } from '#domain';
import { type Scope, StateSchema, type Transaction, type Versioned } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { webhookEndpointEvent } from './webhook-endpoint.events.js';
import { WebhookEndpointRow } from './webhook-endpoint.row.js';

export const webhookEndpointStates = new StateSchema<WebhookEndpoint>('webhook endpoint');

/** How an endpoint's queue stands. */
interface QueueFigures {
  readonly waiting: number;
  readonly failingSince: Date | null;
  readonly nextAttemptAt: Date;
}

type FoundEndpoint = Readonly<Record<string, unknown>> & QueueFigures & { id: string; version: number };

@Injectable()
export class WebhookEndpointStore extends StateStore<WebhookEndpoint, WebhookEndpointFact, WebhookEndpointRow> {
  protected readonly kind = {
    noun: 'webhook-endpoint',
    row: WebhookEndpointRow,
    evolve: evolveWebhookEndpoint,
    toEvent: webhookEndpointEvent,
  };
  protected override readonly schema = webhookEndpointStates;
  protected override readonly owners = ['organisationId'] as const;

  /** How many the organisation has; whoever registers one more waits for whoever is about to. */
  async countLocked(tx: Transaction, organisationId: string): Promise<number> {
    await tx.takeTurn(`webhooks of ${organisationId}`);
    return tx.count(`api.webhook_endpoint WHERE organisation_id = $1 AND status <> 'removed'`, [organisationId]);
  }

  /** @throws DomainError `webhook-endpoint.not-found`, also for one that was removed */
  async shown(scope: Scope, id: string): Promise<WebhookDto> {
    const [found] = await this.find(scope, 'id = $1', [id], 1);
    if (found === undefined) throw new DomainError('webhook-endpoint.not-found');
    return this.dto(found);
  }

  /** Those of the scope's organisation, oldest first. */
  list(scope: Scope, organisationId: string, page: PageRequest): Promise<WebhookPageDto> {
    return byId.page(
      page,
      (after, limit) =>
        this.find(
          scope,
          'organisation_id = $1 AND ($2::uuid IS NULL OR id > $2)',
          [organisationId, after?.id ?? null],
          limit,
        ),
      (found) => this.dto(found),
    );
  }

  private find(scope: Scope, condition: string, params: unknown[], limit: number): Promise<FoundEndpoint[]> {
    return this.database.read(scope, (tx) =>
      tx.query<FoundEndpoint>(
        `SELECT ${this.columns}, (last_queued - last_settled)::int AS waiting, failing_since AS "failingSince",
                next_attempt_at AS "nextAttemptAt"
           FROM api.webhook_endpoint
           JOIN (SELECT endpoint_id, last_queued, last_settled, failing_since, next_attempt_at FROM api.webhook_queue) AS queue
             ON endpoint_id = id
          WHERE status <> 'removed' AND ${condition} ORDER BY id LIMIT ${limit}`,
        params,
      ),
    );
  }

  private dto(found: FoundEndpoint): WebhookDto {
    return webhookDto({ state: this.stateOf(found), version: found.version }, found);
  }

  protected columnsOf(endpoint: WebhookEndpoint): ColumnsOf<WebhookEndpointRow> {
    return {
      organisationId: endpoint.organisationId,
      status: endpoint.status,
      types: endpoint.types,
      pausedAt: endpoint.status === 'paused' ? new Date(endpoint.pausedAt) : null,
    };
  }
}

function webhookDto({ state, version }: Versioned<WebhookEndpoint>, queue: QueueFigures): WebhookDto {
  if (state.status === 'removed') throw new DomainError('webhook-endpoint.not-found');
  const paused = state.status === 'paused' ? state : null;
  return {
    id: state.endpointId,
    url: state.url,
    description: state.description,
    types: [...state.types],
    status: state.status,
    pausedAt: paused?.pausedAt ?? null,
    pausedBecause: paused?.because ?? null,
    previousSecretEndsAt: state.previousSecret?.endsAt ?? null,
    waiting: queue.waiting,
    failingSince: queue.failingSince?.toISOString() ?? null,
    nextAttemptAt: queue.waiting === 0 || paused !== null ? null : queue.nextAttemptAt.toISOString(),
    registeredAt: state.registeredAt,
    version,
  };
}
