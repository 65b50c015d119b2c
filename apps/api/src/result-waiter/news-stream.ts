import { ReadinessRegistry, RequestContext } from '#platform/http';
import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { ResultWaiter } from './result-waiter.js';

/** How long one look waits for news; in between a ping shows proxies that somebody is there. */
const pingSeconds = 15;
/** Clients come back by themselves. */
const longestMs = 10 * 60_000;

/** How news is told. */
export interface StreamedNews<News> {
  readonly type: string;
  /** What tells one piece of news from the one before. */
  idOf(news: News): string;
  dataOf(news: News): object;
}

/**
 * Tells a client each time that there is news of something, as long as the credential lets it: that is looked at before each
 * message, so the stream ends with the session.
 */
@Injectable()
export class NewsStream {
  constructor(
    private readonly waiter: ResultWaiter,
    private readonly readiness: ReadinessRegistry,
  ) {}

  /**
   * @param key under which news is announced
   * @param look the latest news; null while there is none
   */
  open<News>(
    key: string,
    look: () => Promise<News | null>,
    { type, idOf, dataOf }: StreamedNews<News>,
  ): Observable<MessageEvent> {
    const context = RequestContext.required();
    return new Observable((subscriber) => {
      const follow = async (): Promise<void> => {
        const end = performance.now() + longestMs;
        let told: string | null = null;
        while (!subscriber.closed && !this.readiness.shutdown.aborted && performance.now() < end) {
          const news = await this.waiter.until(key, pingSeconds, async () => {
            if (subscriber.closed) return 'closed';
            const found = await look();
            return found !== null && idOf(found) !== told ? found : null;
          });
          if (news === 'closed' || !(await context.isStillAdmitted())) return;
          if (news === null) {
            subscriber.next({ type: 'ping', data: {} });
            continue;
          }
          told = idOf(news);
          subscriber.next({ type, id: told, data: dataOf(news) });
        }
      };
      follow().then(
        () => subscriber.complete(),
        () => subscriber.complete(),
      );
    });
  }
}
