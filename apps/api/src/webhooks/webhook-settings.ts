import type { AddressRules } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

const usualTimeLimitMs = 15_000;
/** Whoever is sending notes what came of it within this time after the limit; then somebody else may send. */
const noteMs = 10_000;

/** What holds for all webhooks of this service. */
@Injectable()
export class WebhookSettings {
  readonly rules: AddressRules;
  /** For one attempt as a whole. */
  readonly timeLimitMs: number;

  constructor(@Inject(apiSettingsToken) { outbound, webhookTimeLimitMs }: ApiSettings) {
    this.rules = { allowsHttp: outbound?.loopback === 'allowed' };
    this.timeLimitMs = webhookTimeLimitMs ?? usualTimeLimitMs;
  }

  /** So long one process alone sends to an endpoint, after the last it was heard of. */
  get leaseMs(): number {
    return this.timeLimitMs + Math.min(noteMs, this.timeLimitMs);
  }
}

/** Of 32 random bytes, as Standard Webhooks has them. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
