import type { EventDto, EventEnvelope, EventPageDto } from '#contracts';
import type { Database, Scope } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf, type PageRequest } from '#platform/http';
import { JournalFeed, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

/** What happened in the api and concerns an organisation, in the order of its journal. */
@Injectable()
export class ReadEvents {
  private readonly feed: JournalFeed;

  constructor(@Inject(apiDatabase) database: Database, @Inject(messagingToken('api')) { journal }: Messaging) {
    this.feed = new JournalFeed(database, journal.source);
  }

  async page(scope: Scope, { after, limit }: PageRequest): Promise<EventPageDto> {
    const { position } = after === null ? { position: 0 } : decodeCursor<{ position: number }>(after, cursorShape);
    const events = await this.feed.read(scope, position, limit + 1);
    return pageOf(events, limit, eventDto, cursorOf);
  }
}

const cursorShape = { position: 'number' } as const;
const cursorOf = ({ position }: EventEnvelope): string => encodeCursor({ position });

/** Without its audience: who else may read it is nobody's business. */
function eventDto(envelope: EventEnvelope): EventDto {
  const { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion } = envelope;
  const { correlationId, causationId, data } = envelope;
  const what = { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion };
  return { ...what, correlationId, causationId, data, cursor: cursorOf(envelope) };
}
