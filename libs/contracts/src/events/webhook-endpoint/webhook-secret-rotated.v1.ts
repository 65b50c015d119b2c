import { IsISO8601, IsUUID } from 'class-validator';

/** It signs by a new secret, and by the one before until that ends. */
export class WebhookSecretRotatedV1 {
  static readonly type = 'webhook-endpoint.secret-rotated.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  /** Until when the secret before is valid as well. */
  @IsISO8601() previousEndsAt!: string;
  @IsISO8601() rotatedAt!: string;
}
