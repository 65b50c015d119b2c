import { IsArray, IsISO8601, IsString, IsUUID } from 'class-validator';

/** An organisation is told of events at an address of its own from now on; the address is between the two. */
export class WebhookEndpointRegisteredV1 {
  static readonly type = 'webhook-endpoint.registered.v1';

  /** Whose it is. */
  @IsUUID() organisationId!: string;
  /** Types of events that it is told of; none means all. */
  @IsArray() @IsString({ each: true }) types!: string[];
  @IsISO8601() registeredAt!: string;
}
