import { type Actor, scopeOf } from '#access';
import { Injectable, type MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { NewsStream } from '../result-waiter/news-stream.js';
import { conversationKey, MessageStore } from './message.store.js';

/** Tells a client each time that something in a conversation has changed. */
@Injectable()
export class ConversationStream {
  constructor(
    private readonly messages: MessageStore,
    private readonly streams: NewsStream,
  ) {}

  open(actor: Actor, engagementId: string): Observable<MessageEvent> {
    return this.streams.open(
      conversationKey(engagementId),
      () => this.messages.revision(scopeOf(actor), engagementId),
      { type: 'conversation-changed', idOf: String, dataOf: (revision) => ({ engagementId, revision }) },
    );
  }
}
