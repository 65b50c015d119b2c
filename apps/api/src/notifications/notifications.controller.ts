import { Access, type AccessRule, type Actor } from '#access';
import {
  MarkReadDto,
  NotificationDto,
  NotificationLanguageQueryDto,
  NotificationPageDto,
  NotificationQueryDto,
} from '#contracts';
import { CurrentActor, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Get, HttpCode, type MessageEvent, Put, Query, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { NewsStream } from '../result-waiter/news-stream.js';
import { NotificationStore } from './notification.store.js';
import { personOf } from './person-of.js';
import { PreferenceStore } from './preference.store.js';
import { ReadNotifications } from './read-notifications.js';
import { newsKey } from './tell-people.js';

/** What concerns a person herself; a key is none. */
const oneself: AccessRule = { roles: 'any', scope: null, unconfirmed: true };

@ApiTags('notifications')
@Controller('v1/notifications')
@Access(oneself)
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationStore,
    private readonly reading: ReadNotifications,
    private readonly preferences: PreferenceStore,
    private readonly streams: NewsStream,
  ) {}

  /** What one was told in the organisation in hand, newest first. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { status, language }: NotificationQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<NotificationPageDto> {
    const person = personOf(actor);
    return this.reading.page(person, status, language ?? (await this.languageOf(person.userId)), page);
  }

  /** Server-sent events: `notified` each time there is something new that wasn't read, and pings in between. */
  @Sse('stream')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  stream(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    const person = personOf(actor);
    return this.streams.open(newsKey(person.userId), () => this.notifications.newestUnread(person), {
      type: 'notified',
      idOf: ({ id }) => id,
      dataOf: ({ id }) => ({ id }),
    });
  }

  /** One of them, in words. */
  @Get(':id')
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: NotificationLanguageQueryDto,
  ): Promise<NotificationDto> {
    const person = personOf(actor);
    return this.reading.one(person, id, language ?? (await this.languageOf(person.userId)));
  }

  /** Notes that one was read; with `earlierToo` all that came before it, while what comes in meanwhile stays unread. */
  @Put(':id/read')
  @HttpCode(204)
  markRead(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Body() { earlierToo = false }: MarkReadDto,
    @Now() now: string,
  ): Promise<void> {
    return this.notifications.markRead(personOf(actor), id, earlierToo, now);
  }

  private async languageOf(userId: string) {
    return (await this.preferences.load(userId)).state.language;
  }
}
