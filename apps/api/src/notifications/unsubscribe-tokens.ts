import { DomainError, type NoticeTopic, noticeTopics } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

export interface Unsubscription {
  readonly userId: string;
  /** One topic, or `all` of them. */
  readonly topic: NoticeTopic | 'all';
}

const topics: ReadonlySet<string> = new Set([...noticeTopics, 'all']);

/**
 * What a mail carries so that whoever reads it can say that she wants no more of the kind, without signing in. It can do
 * nothing else, and goes on working however old the mail is; so nothing of it is kept.
 */
@Injectable()
export class UnsubscribeTokens {
  readonly #key: KeyObject;

  constructor(@Inject(apiSettingsToken) { tokenSecret }: ApiSettings) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', tokenSecret, '', 'ajudant-unsubscribe', 32)));
  }

  issue({ userId, topic }: Unsubscription): string {
    return `${userId}.${topic}.${this.#sign(userId, topic).toString('base64url')}`;
  }

  /** @throws DomainError `notification.unsubscribe-token-invalid` */
  read(token: string): Unsubscription {
    const [userId = '', topic = '', signature = ''] = token.split('.');
    const [given, right] = [Buffer.from(signature, 'base64url'), this.#sign(userId, topic)];
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    if (!isRight || !topics.has(topic)) throw new DomainError('notification.unsubscribe-token-invalid');
    return { userId, topic: topic as Unsubscription['topic'] };
  }

  #sign(userId: string, topic: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([userId, topic]))
      .digest();
  }
}
