import type { EventDto, EventEnvelope, EventPageDto } from '#contracts';
import type { Database, Scope } from '#platform/database';
import { Keyset, type PageRequest } from '#platform/http';
import { JournalFeed, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

interface EventsWanted {
  readonly sort?: 'position' | '-position' | undefined;
  readonly concerns?: string | null | undefined;
}

/** What happened in the api and concerns an organisation, in the order of its journal. */
@Injectable()
export class ReadEvents {
  private readonly feed: JournalFeed;

  constructor(@Inject(apiDatabase) database: Database, @Inject(messagingToken('api')) { journal }: Messaging) {
    this.feed = new JournalFeed(database, journal.source);
  }

  page(scope: Scope, page: PageRequest, { sort = 'position', concerns = null }: EventsWanted): Promise<EventPageDto> {
    return byPosition.page(
      page,
      (after, limit) =>
        sort === 'position'
          ? this.feed.read(scope, after?.position ?? 0, limit, concerns)
          : this.feed.readBack(scope, after?.position ?? null, limit, concerns),
      eventDto,
    );
  }
}

const byPosition = new Keyset<{ position: number }>({ position: 'number' });

/** Without its audience: who else may read it is nobody's business. */
function eventDto(envelope: EventEnvelope): EventDto {
  const { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion } = envelope;
  const { correlationId, causationId, data } = envelope;
  const what = { id, source, type, time, position, aggregateType, aggregateId, aggregateVersion };
  return { ...what, correlationId, causationId, data, cursor: byPosition.cursorOf({ position }) };
}
