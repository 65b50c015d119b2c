import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export const eventSorts = ['position', '-position'] as const;

/** Which events, and in which order. */
export class EventQueryDto {
  /** In the order in which they happened, which is the default; with `-` the latest first. */
  @IsOptional() @IsIn(eventSorts) sort?: (typeof eventSorts)[number];

  /** Only those that concern this organisation as well. */
  @IsOptional() @IsUUID() concerns?: string;
}

/** Something that happened, as the organisations that it concerns may read it. */
export class EventDto {
  id!: string;

  /** CloudEvents source: which service tells it. */
  source!: string;

  /** What happened, with its version; its data is described in docs/events. */
  type!: string;

  time!: string;

  /** Place in the journal; grows, and may have gaps. */
  position!: number;

  aggregateType!: string;

  aggregateId!: string;

  /** Ordinal among the events of this aggregate. */
  aggregateVersion!: number;

  /** The same for all that one request led to. */
  correlationId!: string;

  causationId!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true }) data!: object;

  /** `after` for what follows this event, whether it is there yet or not. */
  cursor!: string;
}

export class EventPageDto {
  items!: EventDto[];
  next!: string | null;
}
