import { DomainError } from '#domain';
import type { EventEnvelope } from '#contracts/envelope';
import type { Scope } from '#platform/database';
import { Keyset, type PageRequest } from '#platform/http';
import { JournalFeed, type Messaging, messagingToken, type WantedEvents } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ResultWaiter } from '../result-waiter/result-waiter.js';

export interface EventsAsked extends WantedEvents {
  readonly scope: Scope;
  readonly page: PageRequest;
  readonly sort: 'position' | '-position';
  /** How long there may be nothing before nothing is answered. */
  readonly waitSeconds: number;
}

export interface EventsFound {
  readonly events: readonly EventEnvelope[];
  /** Whether there are more right away. */
  readonly hasMore: boolean;
}

const byPosition = new Keyset<{ position: number }>({ position: 'number' });

/** `after` for what follows an event. */
export const cursorOf = ({ position }: { position: number }): string => byPosition.cursorOf({ position });

/** Under which those wait who wait for events of an organisation, or of whichever. */
const newsOf = (scope: Scope): string =>
  scope.kind === 'organisation' ? `events of ${scope.organisationId}` : 'events of all';

/** What happened in the api and concerns an organisation, in the order of its journal. */
@Injectable()
export class ReadEvents {
  private readonly feed: JournalFeed;

  constructor(
    database: ApiDatabase,
    @Inject(messagingToken('api')) { journal }: Messaging,
    private readonly waiter: ResultWaiter,
  ) {
    this.feed = new JournalFeed(database, journal.source);
    journal.onAppended((appended) => {
      const concerned = new Set(appended?.events.flatMap(({ audience }) => audience));
      for (const organisationId of concerned) waiter.announce(newsOf({ kind: 'organisation', organisationId }));
      waiter.announce(newsOf({ kind: 'marketplace' }));
    });
  }

  /** @throws DomainError `page.bad-cursor` */
  async find(asked: EventsAsked): Promise<EventsFound> {
    const { scope, waitSeconds } = asked;
    if (waitSeconds > 0 && asked.sort === '-position') throw waitsForThePast();
    const found = await this.waiter.until(newsOf(scope), waitSeconds, async () => {
      const read = await this.read(asked);
      return read.length > 0 ? read : null;
    });
    const { limit } = asked.page;
    return { events: (found ?? []).slice(0, limit), hasMore: (found ?? []).length > limit };
  }

  private read({ scope, page, sort, concerns, types }: EventsAsked): Promise<EventEnvelope[]> {
    const after = byPosition.after(page);
    const wanted = { concerns: concerns ?? null, types: types ?? null };
    return sort === 'position'
      ? this.feed.read(scope, after?.position ?? 0, page.limit + 1, wanted)
      : this.feed.readBack(scope, after?.position ?? null, page.limit + 1, wanted);
  }
}

const waitsForThePast = (): DomainError =>
  new DomainError('request.invalid', {
    parameter: 'sort',
    rule: 'wait',
    detail: 'Nobody can wait for what was: Prefer: wait goes with sort=position.',
  });
