import { IsIn, IsISO8601, IsUUID } from 'class-validator';

export const webhookPauseReasonsV1 = ['asked', 'failures', 'gone'] as const;

/** Nothing is sent there until it is resumed; what happens meanwhile waits. */
export class WebhookEndpointPausedV1 {
  static readonly type = 'webhook-endpoint.paused.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  /** An owner asked, it failed for three days, or it said that it is gone. */
  @IsIn(webhookPauseReasonsV1) because!: (typeof webhookPauseReasonsV1)[number];
  @IsISO8601() pausedAt!: string;
}
