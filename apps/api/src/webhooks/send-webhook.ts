import { type AttemptResult, type WebhookEndpoint } from '#domain';
import { Clock } from '#platform/clock';
import { OutboundError, OutboundRequests } from '#platform/outbound';
import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '../events-feed/cloud-event.js';
import { signedMessage } from './webhook-message.js';
import type { Attempt } from './webhook-queue.js';
import { WebhookSettings } from './webhook-settings.js';

/** Nobody reads what an endpoint answers; it may say so much before the connection is closed. */
const maxAnswerBytes = 16 * 1_024;

export interface Sent {
  readonly attempt: Attempt;
  readonly result: AttemptResult;
}

/** Sends one message once, and says what came of it. */
@Injectable()
export class SendWebhook {
  constructor(
    private readonly requests: OutboundRequests,
    private readonly settings: WebhookSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws the signal's reason where it was given up because of that */
  async send(event: CloudEvent, endpoint: WebhookEndpoint, signal: AbortSignal): Promise<Sent> {
    const attemptedAt = this.clock.now();
    const begun = performance.now();
    const result = await this.result(event, endpoint, attemptedAt, signal);
    const durationMs = Math.round(performance.now() - begun);
    const isSuccess = result.status !== null && result.status >= 200 && result.status < 300;
    const failure = result.status === null ? result.failure : isSuccess ? null : 'status';
    return { result, attempt: { attemptedAt, durationMs, responseStatus: result.status, failure } };
  }

  private async result(
    event: CloudEvent,
    endpoint: WebhookEndpoint,
    now: string,
    signal: AbortSignal,
  ): Promise<AttemptResult> {
    try {
      const { status } = await this.requests.send({
        service: 'webhook',
        method: 'POST',
        url: endpoint.url,
        ...signedMessage(event, endpoint, now),
        timeLimitMs: this.settings.timeLimitMs,
        maxBytes: maxAnswerBytes,
        beyond: 'cut',
        signal,
      });
      return { status };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OutboundError) return { status: null, failure: error.reason };
      throw error;
    }
  }
}
