import { scopeOf } from '#access';
import type { NewCalendarFeedDto } from '#contracts';
import { DomainError } from '#domain';
import { hashSecret, newSecret } from '#platform/security';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { CalendarFeedStore, feedsSeenBy } from './calendar-feed.store.js';

/** Tells the secret of a feed from others, and lets scanners of leaked secrets find it. */
export const feedSecretPrefix = 'ajf_';

export class MakeCalendarFeed extends commandOf<
  Call & { assistantId: string | null; language: NewCalendarFeedDto['language'] },
  NewCalendarFeedDto
>() {}

/** Somebody wants to see bookings in a calendar of her own. */
@CommandHandler(MakeCalendarFeed)
export class MakeCalendarFeedHandler implements ICommandHandler<MakeCalendarFeed> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly assistants: AssistantStore,
    private readonly feeds: CalendarFeedStore,
  ) {}

  /** @throws DomainError `assistant.not-found` for one of another agency, `calendar-feed.too-many` */
  execute({ actor, assistantId: asked, language, now }: MakeCalendarFeed): Promise<NewCalendarFeedDto> {
    const scope = scopeOf(actor);
    const { organisationId, assistantId: own } = feedsSeenBy(actor);
    const assistantId = own ?? asked;
    if (asked !== null && asked !== assistantId) throw new DomainError('assistant.not-found', { at: ['assistantId'] });
    return this.database.transaction(scope, async (tx) => {
      if (assistantId !== null) await this.assistants.load(scope, assistantId);
      const secret = newSecret(feedSecretPrefix);
      const madeBy = actor.userId ?? actor.key!.madeBy;
      const feed = { id: uuidv7(), organisationId, assistantId, language, madeAt: new Date(now), lastReadAt: null };
      await this.feeds.keep(tx, { ...feed, madeBy, secretHash: hashSecret(secret) });
      const path = `/v1/calendar-feeds/${secret}/bookings.ics`;
      return { id: feed.id, assistantId, language, madeAt: now, lastReadAt: null, path };
    });
  }
}
