import * as contracts from '#contracts';
import type { AggregateEvents } from '#contracts/envelope';
import { type AggregateHandlers, type EventHandler, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { NoticeOf } from './notice-table.js';
import { type EventLists, notices } from './notices.js';
import { TellPeople } from './tell-people.js';

const eventLists: EventLists = contracts;

/** Hears of everything that somebody has to be told. */
@Injectable()
export class NoticesProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly people: TellPeople,
  ) {}

  onModuleInit(): void {
    const lists = Object.keys(notices) as (keyof EventLists)[];
    this.messaging.consume({
      consumer: 'api-notifications',
      handles: lists.map((list) => this.handlersOf(list)).filter(({ handlers }) => Object.keys(handlers).length > 0),
    });
  }

  private handlersOf(list: keyof EventLists): AggregateHandlers {
    const { aggregateType, classes }: AggregateEvents = eventLists[list];
    const lines = Object.entries<NoticeOf<object> | 'nobody'>(notices[list]);
    const handlers = lines.flatMap(([type, notice]): [string, EventHandler][] => {
      if (notice === 'nobody') return [];
      return [[type, { payload: classes[type]!, handle: (event, tx) => this.people.tell(event, notice, tx) }]];
    });
    return { aggregateType, handlers: Object.fromEntries(handlers) };
  }
}
