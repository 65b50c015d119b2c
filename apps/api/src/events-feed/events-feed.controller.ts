import { Access, type Actor, administrators, agencyTeam, businessTeam, scopeOf } from '#access';
import { CloudEventDto, type EventDto, EventPageDto, EventQueryDto } from '#contracts';
import type { EventEnvelope } from '#contracts/envelope';
import {
  Accepts,
  Answer,
  CurrentActor,
  leadsOn,
  linkToNext,
  PageQuery,
  type PageRequest,
  PreferWait,
} from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { cloudEventOf } from './cloud-event.js';
import { assertKnownTypes } from './known-types.js';
import { cursorOf, type EventsFound, ReadEvents } from './read-events.js';

const readers = [...agencyTeam, ...businessTeam, ...administrators] as const;
/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md#4-json-batch-format */
const batchType = 'application/cloudevents-batch+json';

@ApiTags('events')
@Controller('v1/events')
@ApiExtraModels(CloudEventDto, EventPageDto)
export class EventsFeedController {
  constructor(private readonly events: ReadEvents) {}

  /**
   * What happened and concerns one's own organisation, oldest first unless asked otherwise. To hear what comes later, ask again after the
   * `cursor` of the last event, with `Prefer: wait=5` as soon as there is something. `Accept: application/cloudevents-batch+json` gives
   * CloudEvents, and where it goes on in `Link`. Administrators read everything.
   */
  @Get()
  @Access({ roles: readers, scope: 'events:read' })
  @ApiOkResponse({
    headers: leadsOn,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(EventPageDto) } },
      [batchType]: { schema: { type: 'array', items: { $ref: getSchemaPath(CloudEventDto) } } },
    },
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { sort = 'position', concerns, types }: EventQueryDto,
    @PageQuery() page: PageRequest,
    @PreferWait() waitSeconds: number,
    @Accepts(batchType) wantsBatch: boolean,
  ): Promise<Answer<EventPageDto | CloudEventDto[]>> {
    const wantedTypes = types?.split(',') ?? null;
    assertKnownTypes(wantedTypes ?? [], 'event.unknown-type', ['types']);
    const found = await this.events.find({
      scope: scopeOf(actor),
      page,
      sort,
      waitSeconds,
      concerns: concerns ?? null,
      types: wantedTypes,
    });
    return wantsBatch ? batchOf(found, page, { sort, concerns, types }) : pageOf(found);
  }
}

function pageOf({ events, hasMore }: EventsFound): Answer<EventPageDto> {
  const items = events.map(eventDto);
  return new Answer({ items, next: hasMore ? (items.at(-1)?.cursor ?? null) : null });
}

/** Where it goes on is said even where nothing is there yet: the same place, then. */
function batchOf({ events }: EventsFound, page: PageRequest, query: EventQueryDto): Answer<CloudEventDto[]> {
  const last = events.at(-1);
  const after = last === undefined ? page.after : cursorOf(last);
  const { sort, concerns, types } = query;
  const link = linkToNext('/v1/events', { sort, concerns, types, limit: page.limit, after: after ?? undefined });
  return new Answer(events.map(cloudEventOf), { contentType: `${batchType}; charset=utf-8`, link });
}

/** Without its audience: who else may read it is nobody's business. */
function eventDto(envelope: EventEnvelope): EventDto {
  const { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion } = envelope;
  const { correlationId, causationId, data } = envelope;
  const what = { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion };
  return { ...what, correlationId, causationId, data, cursor: cursorOf(envelope) };
}
