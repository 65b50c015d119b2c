import {
  WebhookEndpointChangedV1,
  WebhookEndpointPausedV1,
  WebhookEndpointRegisteredV1,
  WebhookEndpointRemovedV1,
  WebhookEndpointResumedV1,
  WebhookSecretRotatedV1,
} from '#contracts';
import type { WebhookEndpoint, WebhookEndpointFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Addresses, words and secrets stay at home. */
export function webhookEndpointEvent(fact: WebhookEndpointFact, { organisationId }: WebhookEndpoint): EventBody {
  const audience = [organisationId];
  switch (fact.type) {
    case 'webhookEndpointRegistered': {
      const { types, registeredAt } = fact;
      return { type: WebhookEndpointRegisteredV1.type, audience, data: { organisationId, types, registeredAt } };
    }
    case 'webhookEndpointChanged': {
      const { types, changedAt } = fact;
      return { type: WebhookEndpointChangedV1.type, audience, data: { organisationId, types, changedAt } };
    }
    case 'webhookSecretRotated': {
      const { previous, rotatedAt } = fact;
      const data = { organisationId, previousEndsAt: previous.endsAt, rotatedAt };
      return { type: WebhookSecretRotatedV1.type, audience, data };
    }
    case 'webhookEndpointPaused': {
      const { because, pausedAt } = fact;
      return { type: WebhookEndpointPausedV1.type, audience, data: { organisationId, because, pausedAt } };
    }
    case 'webhookEndpointResumed':
      return {
        type: WebhookEndpointResumedV1.type,
        audience,
        data: { organisationId, resumedAt: fact.resumedAt },
      };
    case 'webhookEndpointRemoved':
      return {
        type: WebhookEndpointRemovedV1.type,
        audience,
        data: { organisationId, removedAt: fact.removedAt },
      };
    default:
      return fact satisfies never;
  }
}
