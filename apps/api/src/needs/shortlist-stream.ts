import type { Scope } from '#platform/database';
import { Injectable, type MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { NewsStream } from '../result-waiter/news-stream.js';
import { NeedStore } from './need.store.js';
import { resultKey } from './read-shortlist.js';
import { ShortlistStore } from './shortlist.store.js';

/** Tells a client each time that the shortlist of a need is there anew. */
@Injectable()
export class ShortlistStream {
  constructor(
    private readonly needs: NeedStore,
    private readonly shortlists: ShortlistStore,
    private readonly streams: NewsStream,
  ) {}

  /** @throws DomainError `need.not-found` */
  async open(scope: Scope, needId: string): Promise<Observable<MessageEvent>> {
    await this.needs.load(scope, needId);
    const look = async () => {
      const found = await this.shortlists.find(scope, needId);
      return found?.content && found.isCurrent ? found.content : null;
    };
    return this.streams.open(resultKey(needId), look, {
      type: 'shortlist-prepared',
      idOf: ({ preparedAt }) => preparedAt,
      dataOf: ({ needVersion, preparedAt }) => ({ needId, needVersion, preparedAt }),
    });
  }
}
