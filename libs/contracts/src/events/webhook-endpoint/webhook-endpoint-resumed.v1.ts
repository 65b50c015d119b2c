import { IsISO8601, IsUUID } from 'class-validator';

/** What waits for it is sent again. */
export class WebhookEndpointResumedV1 {
  static readonly type = 'webhook-endpoint.resumed.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  @IsISO8601() resumedAt!: string;
}
