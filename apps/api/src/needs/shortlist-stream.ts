import type { Scope } from '#platform/database';
import { ReadinessRegistry, RequestContext } from '#platform/http';
import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { NeedStore } from './need.store.js';
import { resultKey } from './read-shortlist.js';
import { ShortlistStore } from './shortlist.store.js';

/** How long one look waits for news; in between a ping shows proxies that somebody is there. */
const pingSeconds = 15;
/** Clients come back by themselves. */
const longestMs = 10 * 60_000;

/**
 * Tells a client each time that the shortlist of a need is there anew, as long as the credential lets it: that is looked at
 * before each message, so the stream ends with the session.
 */
@Injectable()
export class ShortlistStream {
  constructor(
    private readonly needs: NeedStore,
    private readonly shortlists: ShortlistStore,
    private readonly waiter: ResultWaiter,
    private readonly readiness: ReadinessRegistry,
  ) {}

  /** @throws DomainError `need.not-found` */
  async open(scope: Scope, needId: string): Promise<Observable<MessageEvent>> {
    await this.needs.load(scope, needId);
    const context = RequestContext.required();
    return new Observable((subscriber) => {
      const follow = async (): Promise<void> => {
        const end = performance.now() + longestMs;
        let told: string | null = null;
        while (!subscriber.closed && !this.readiness.shutdown.aborted && performance.now() < end) {
          const news = await this.waiter.until(resultKey(needId), pingSeconds, async () => {
            if (subscriber.closed) return 'closed';
            const found = await this.shortlists.find(scope, needId);
            return found?.content && found.isCurrent && found.content.preparedAt !== told ? found.content : null;
          });
          if (news === 'closed' || !(await context.isStillAdmitted())) return;
          if (news === null) {
            subscriber.next({ type: 'ping', data: {} });
            continue;
          }
          told = news.preparedAt;
          const { needVersion, preparedAt } = news;
          subscriber.next({ type: 'shortlist-prepared', id: preparedAt, data: { needId, needVersion, preparedAt } });
        }
      };
      follow().then(
        () => subscriber.complete(),
        () => subscriber.complete(),
      );
    });
  }
}
