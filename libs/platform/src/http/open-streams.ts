import { DomainError } from '#domain-error';
import type { RequestContext } from './request-context.js';

/** Of one person or key, in this process. */
const maxStreams = 5;

/** Counts the streams of events that are open: each holds a connection, and looks for news again and again. */
export class OpenStreams {
  private readonly open = new Map<string, number>();

  /** Takes one more for whoever asks, until the connection ends. @throws DomainError `request.too-many` */
  take({ principal, reply }: RequestContext): void {
    const count = this.open.get(principal) ?? 0;
    if (count >= maxStreams) {
      const detail = `At most ${maxStreams} streams are open at a time: end one.`;
      throw new DomainError('request.too-many', { detail, retryAfterSeconds: 5 });
    }
    this.open.set(principal, count + 1);
    reply.raw.once('close', () => this.release(principal));
  }

  private release(principal: string): void {
    const left = (this.open.get(principal) ?? 1) - 1;
    if (left === 0) this.open.delete(principal);
    else this.open.set(principal, left);
  }
}
