import { signingSecrets, type WebhookEndpoint } from '#domain';
import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '../events-feed/cloud-event.js';

/** Where Standard Webhooks has who signs, what and when: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * An event as it is sent: a CloudEvent in structured mode, signed with each secret that is valid. Its id is the event's, whichever the
 * attempt, so that a receiver knows what it has.
 */
export function signedMessage(
  event: CloudEvent,
  endpoint: Pick<WebhookEndpoint, 'secret' | 'previousSecret'>,
  now: string,
): SignedMessage {
  const body = JSON.stringify(event);
  const at = new Date(now);
  const signatures = signingSecrets(endpoint, now).map((secret) => new Webhook(secret).sign(event.id, at, body));
  return {
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Ajudant-Webhooks/1',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
