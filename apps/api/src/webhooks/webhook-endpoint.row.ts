import type { WebhookEndpoint, WebhookEndpointStatus } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'webhook_endpoint' })
export class WebhookEndpointRow extends KeptRow {
  @Column('uuid') organisationId!: string;
  @Column('text') status!: WebhookEndpointStatus;
  @Column('text', { array: true }) types!: readonly string[];
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
  @Column('jsonb') state!: KeptState<WebhookEndpoint>;
}
