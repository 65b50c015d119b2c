import { IsArray, IsISO8601, IsString, IsUUID } from 'class-validator';

/** Its address, its words or what it is told of have changed. */
export class WebhookEndpointChangedV1 {
  static readonly type = 'webhook-endpoint.changed.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  /** Types of events that it is told of; none means all. */
  @IsArray() @IsString({ each: true }) types!: string[];
  @IsISO8601() changedAt!: string;
}
