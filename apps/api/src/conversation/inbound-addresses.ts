import { isUuid } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

const prefix = 'talk-';
/** Of the signature: nobody tries 2^48 addresses. */
const tagCharacters = 12;

/**
 * The address of an engagement's conversation: its id and a signature, which a mail server keeps whole in whatever case it
 * writes local parts. Nothing of it is kept, and nobody can make up another's.
 */
@Injectable()
export class InboundAddresses {
  readonly #key: KeyObject;
  private readonly domain: string | null;

  constructor(@Inject(apiSettingsToken) { tokenSecret, mail }: ApiSettings) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', tokenSecret, '', 'ajudant-inbound-address', 32)));
    this.domain = mail.inboundDomain?.toLowerCase() ?? null;
  }

  /** Null where the marketplace takes no mail. */
  of(engagementId: string): string | null {
    if (this.domain === null) return null;
    const id = engagementId.replaceAll('-', '');
    return `${prefix}${id}-${this.tag(engagementId)}@${this.domain}`;
  }

  /** The engagement whose address it is; null for any other address. */
  engagementOf(address: string): string | null {
    const [local = '', domain] = address.trim().toLowerCase().split('@');
    if (this.domain === null || domain !== this.domain) return null;
    const [, id, tag] = /^talk-([0-9a-f]{32})-([0-9a-f]+)$/.exec(local) ?? [];
    if (id === undefined || tag?.length !== tagCharacters) return null;
    const engagementId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const isRight = timingSafeEqual(Buffer.from(tag), Buffer.from(this.tag(engagementId)));
    return isRight && isUuid(engagementId) ? engagementId : null;
  }

  private tag(engagementId: string): string {
    return createHmac('sha256', this.#key).update(engagementId).digest('hex').slice(0, tagCharacters);
  }
}
