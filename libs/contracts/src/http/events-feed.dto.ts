import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export const eventSorts = ['position', '-position'] as const;

/** Which events, and in which order. */
export class EventQueryDto {
  /** In the order in which they happened, which is the default; with `-` the latest first. */
  @IsOptional() @IsIn(eventSorts) sort?: (typeof eventSorts)[number];

  /** Only those that concern this organisation as well. */
  @IsOptional() @IsUUID() concerns?: string;

  /** Only these types, with commas between them, such as `booking.confirmed.v1,booking.cancelled.v1`. */
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  @Matches(/^[a-z0-9.-]+(,[a-z0-9.-]+)*$/)
  types?: string;
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

/** An event as a CloudEvent 1.0; the data of each type is described in docs/asyncapi.json. */
export class CloudEventDto {
  specversion!: string;
  id!: string;
  /** Which service tells it. */
  source!: string;
  type!: string;
  time!: string;
  /** The aggregate. */
  subject!: string;
  datacontenttype!: string;
  aggregatetype!: string;
  /** Ordinal among the events of this aggregate. */
  aggregateversion!: number;
  /** Place in the journal; grows, and may have gaps. As text: integers of CloudEvents end at 2,147,483,647. */
  position!: string;
  /** The same for all that one request led to. */
  correlationid!: string;
  causationid?: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) data!: object;
}
