import type {
  WebhookAttemptDto,
  WebhookDeliveryDetailsDto,
  WebhookDeliveryDto,
  WebhookDeliveryPageDto,
} from '#contracts';
import { DomainError, type WebhookDeliveryStatus } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, sortedPage } from '../sorted-list.js';

interface AttemptRow extends Omit<WebhookAttemptDto, 'attemptedAt'> {
  readonly attemptedAt: string;
}

interface DeliveryRow {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly happenedAt: Date;
  readonly queuedAt: Date;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: number;
  readonly settledAt: Date | null;
  readonly again: boolean;
  readonly allAttempts: AttemptRow[] | null;
}

/** With its attempts, or the last of them. */
const columnsWith = (
  which: string,
): string => `id, event_id AS "eventId", event_type AS "eventType", happened_at AS "happenedAt",
  queued_at AS "queuedAt", status, attempts, settled_at AS "settledAt", again,
  (SELECT jsonb_agg(jsonb_build_object('number', a.number, 'attemptedAt', a.attempted_at, 'durationMs', a.duration_ms,
                                       'responseStatus', a.response_status, 'failure', a.failure) ORDER BY a.number)
     FROM api.webhook_attempt a WHERE a.delivery_id = api.webhook_delivery.id ${which}) AS "allAttempts"`;

const sorts = bothWays('place', 'place', 'bigint');

/** What was sent to endpoints, and what came of it. */
@Injectable()
export class WebhookLog {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `webhook-endpoint.not-found` */
  page(
    scope: Scope,
    endpointId: string,
    status: WebhookDeliveryStatus | undefined,
    request: PageRequest,
  ): Promise<WebhookDeliveryPageDto> {
    const conditions: Condition[] = [
      ['endpoint_id = ?', endpointId],
      ['status = ?', status],
    ];
    const columns = columnsWith('AND a.number = api.webhook_delivery.attempts');
    return this.database.read(scope, async (tx) => {
      await assertEndpoint(tx, endpointId);
      return sortedPage<DeliveryRow, WebhookDeliveryDto>(
        (sql, params) => tx.query(sql, [...params]),
        { columns, from: 'api.webhook_delivery', id: 'id', conditions, sorts, sort: '-place' },
        request,
        deliveryDto,
      );
    });
  }

  /** @throws DomainError `webhook-delivery.not-found` */
  read(scope: Scope, endpointId: string, deliveryId: string): Promise<WebhookDeliveryDetailsDto> {
    return this.database.read(scope, async (tx) => {
      const [row] = await tx.query<DeliveryRow>(
        `SELECT ${columnsWith('')} FROM api.webhook_delivery WHERE endpoint_id = $1 AND id = $2`,
        [endpointId, deliveryId],
      );
      if (row === undefined) throw new DomainError('webhook-delivery.not-found');
      return { ...deliveryDto(row), allAttempts: (row.allAttempts ?? []).map(attemptDto) };
    });
  }
}

/** @throws DomainError `webhook-endpoint.not-found` */
export async function assertEndpoint(tx: Transaction, endpointId: string): Promise<void> {
  const [found] = await tx.query('SELECT FROM api.webhook_queue WHERE endpoint_id = $1', [endpointId]);
  if (found === undefined) throw new DomainError('webhook-endpoint.not-found');
}

function deliveryDto({ allAttempts, happenedAt, queuedAt, settledAt, ...row }: DeliveryRow): WebhookDeliveryDto {
  const last = allAttempts?.at(-1);
  return {
    id: row.id,
    eventId: row.eventId,
    eventType: row.eventType,
    happenedAt: happenedAt.toISOString(),
    queuedAt: queuedAt.toISOString(),
    status: row.status,
    attempts: row.attempts,
    settledAt: settledAt?.toISOString() ?? null,
    again: row.again,
    lastAttempt: last === undefined ? null : attemptDto(last),
  };
}

const attemptDto = (row: AttemptRow): WebhookAttemptDto => ({
  ...row,
  attemptedAt: new Date(row.attemptedAt).toISOString(),
});
