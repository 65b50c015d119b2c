import { DomainError } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

/** What a delivery is signed by, as it stands in the headers of a request. */
export interface DeliverySignature {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** The secrets of hooks follow from the service's own and the hook's id, so that none is kept. */
@Injectable()
export class ChannelHookSecrets {
  readonly #key: KeyObject;

  constructor(@Inject(apiSettingsToken) { tokenSecret }: ApiSettings) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', tokenSecret, '', 'ajudant-channel-hook', 32)));
  }

  /** As the programs that send take it: `whsec_` and 32 bytes in base64. */
  of(hookId: string): string {
    return `whsec_${createHmac('sha256', this.#key).update(hookId).digest('base64')}`;
  }

  /**
   * Standard Webhooks: an HMAC over id, time and the body as it came; one that is five minutes old isn't taken.
   * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
   * @throws DomainError `channel-hook.bad-signature`
   */
  verify(hookId: string, body: Buffer, { id, timestamp, signature }: DeliverySignature): void {
    try {
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      // What is signed and no JSON is a bad request, not a stranger's.
      new Webhook(this.of(hookId)).verify(body, headers, { jsonParse: false });
    } catch {
      throw new DomainError('channel-hook.bad-signature');
    }
  }
}
