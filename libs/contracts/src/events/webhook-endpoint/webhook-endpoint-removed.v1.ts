import { IsISO8601, IsUUID } from 'class-validator';

/** Nothing is sent there any more, and what waited is dropped. */
export class WebhookEndpointRemovedV1 {
  static readonly type = 'webhook-endpoint.removed.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  @IsISO8601() removedAt!: string;
}
