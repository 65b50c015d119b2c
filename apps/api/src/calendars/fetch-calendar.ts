import type { ReadingFailure } from '#domain';
import { OutboundError, OutboundRequests } from '#platform/outbound';
import { Injectable } from '@nestjs/common';
import { calendarText } from './calendar-text.js';

/** A calendar of ten years with attachments left out has less. */
const maxBytes = 5 * 1_024 * 1_024;
const timeLimitMs = 15_000;
const maxRedirections = 3;
const redirections: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export type Fetched =
  | { readonly type: 'text'; readonly text: string; readonly etag: string | null }
  | { readonly type: 'unchanged' }
  | { readonly type: 'failed'; readonly because: ReadingFailure };

/** Fetches a calendar from an address that somebody named; each redirection is checked as the address itself is. */
@Injectable()
export class FetchCalendar {
  constructor(private readonly requests: OutboundRequests) {}

  /** @param etag of what is known; null to have it in any case. @throws the signal's reason where it was given up */
  async fetch(address: string, etag: string | null, signal: AbortSignal): Promise<Fetched> {
    try {
      return await this.follow(address, etag, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OutboundError) return { type: 'failed', because: error.reason };
      throw error;
    }
  }

  private async follow(address: string, etag: string | null, signal: AbortSignal): Promise<Fetched> {
    let url = address;
    for (let redirected = 0; redirected <= maxRedirections; redirected += 1) {
      const { status, headers, body } = await this.requests.send({
        service: 'calendar',
        method: 'GET',
        url,
        headers: {
          accept: 'text/calendar',
          'accept-encoding': 'identity',
          'user-agent': 'Ajudant',
          ...(etag !== null && { 'if-none-match': etag }),
        },
        timeLimitMs,
        maxBytes,
        beyond: 'fail',
        signal,
      });
      const { location } = headers;
      if (redirections.has(status) && location !== undefined && URL.canParse(location, url)) {
        url = new URL(location, url).href;
        if (!/^https?:/.test(url)) return { type: 'failed', because: 'address-refused' };
        continue;
      }
      if (status === 304) return { type: 'unchanged' };
      if (status === 401 || status === 403 || status === 404 || status === 410) {
        return { type: 'failed', because: 'refused' };
      }
      if (status !== 200) return { type: 'failed', because: 'status' };
      return { type: 'text', text: calendarText(body), etag: headers.etag ?? null };
    }
    return { type: 'failed', because: 'status' };
  }
}
