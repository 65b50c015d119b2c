import { saysTheSame, withChanges } from '../changes.js';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, type Policy, unexpectedFact, uphold } from '../policy.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';
import type {
  AddressRules,
  ChangeWebhookEndpoint,
  PauseWebhookEndpoint,
  RegisterWebhookEndpoint,
  RemoveWebhookEndpoint,
  ResumeWebhookEndpoint,
  RotateWebhookSecret,
  WebhookDetails,
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointFact,
} from './webhook-endpoint.js';

/** Of one organisation; each is sent everything that it wants to hear. */
export const maxWebhookEndpoints = 10;
/** So long a secret signs beside the one that took its place. */
export const outgoingSecretDays = 1;

/** @throws DomainError `webhook-endpoint.…` as listed in the contracts' table of its errors */
export function decideWebhookEndpoint(
  command: WebhookEndpointCommand,
  state: WebhookEndpoint | null,
): WebhookEndpointFact[] {
  if (command.type === 'registerWebhookEndpoint') return register(command, state);
  demand(state !== null && state.status !== 'removed', 'webhook-endpoint.not-found');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<
  Exclude<WebhookEndpointCommand, RegisterWebhookEndpoint>,
  WebhookEndpoint,
  WebhookEndpointFact
> = {
  changeWebhookEndpoint: change,
  rotateWebhookSecret: rotate,
  pauseWebhookEndpoint: pause,
  resumeWebhookEndpoint: resume,
  removeWebhookEndpoint: remove,
};

interface Wanted {
  readonly details: WebhookDetails;
  readonly rules: AddressRules;
}
const detailPolicies: readonly Policy<Wanted>[] = [
  function hasAnAddressToSendTo({ details: { url }, rules }) {
    const address = URL.canParse(url) ? new URL(url) : null;
    const isWritten = address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
    demand(isWritten, 'webhook-endpoint.bad-address', { at: ['url'] });
    demand(address.protocol === 'https:' || rules.allowsHttp, 'webhook-endpoint.not-https', { at: ['url'] });
  },
  function keepsItsCredentialsToItself({ details: { url } }) {
    const { username, password, hash } = new URL(url);
    demand(username === '' && password === '', 'webhook-endpoint.address-with-password', { at: ['url'] });
    demand(hash === '', 'webhook-endpoint.bad-address', { at: ['url'] });
  },
];

function register(command: RegisterWebhookEndpoint, state: WebhookEndpoint | null): WebhookEndpointFact[] {
  const { endpointId, organisationId, details, secret, others, rules, now } = command;
  demand(state === null, 'webhook-endpoint.already-registered');
  demand(others < maxWebhookEndpoints, 'webhook-endpoint.too-many', { limit: maxWebhookEndpoints });
  const kept = keptDetails(details);
  uphold(detailPolicies, { details: kept, rules });
  return [{ type: 'webhookEndpointRegistered', endpointId, organisationId, ...kept, secret, registeredAt: now }];
}

function change({ changes, rules, now }: ChangeWebhookEndpoint, state: WebhookEndpoint): WebhookEndpointFact[] {
  const before = keptDetails(state);
  const details = keptDetails(withChanges<WebhookDetails>(before, changes));
  uphold(detailPolicies, { details, rules });
  return saysTheSame(details, before) ? [] : [{ type: 'webhookEndpointChanged', ...details, changedAt: now }];
}

/** Whoever rotates twice within a day ends the oldest at once: no more than two are ever valid. */
function rotate({ secret, now }: RotateWebhookSecret, state: WebhookEndpoint): WebhookEndpointFact[] {
  const endsAt = instantOf(instantMs(now) + outgoingSecretDays * dayMs);
  return [{ type: 'webhookSecretRotated', secret, previous: { secret: state.secret, endsAt }, rotatedAt: now }];
}

/** What fails by itself finds it paused already, now and then. */
function pause({ because, now }: PauseWebhookEndpoint, state: WebhookEndpoint): WebhookEndpointFact[] {
  if (state.status === 'paused' && because !== 'asked') return [];
  demand(state.status === 'active', 'webhook-endpoint.already-paused');
  return [{ type: 'webhookEndpointPaused', because, pausedAt: now }];
}

function resume({ now }: ResumeWebhookEndpoint, state: WebhookEndpoint): WebhookEndpointFact[] {
  demand(state.status === 'paused', 'webhook-endpoint.not-paused');
  return [{ type: 'webhookEndpointResumed', resumedAt: now }];
}

function remove({ now }: RemoveWebhookEndpoint): WebhookEndpointFact[] {
  return [{ type: 'webhookEndpointRemoved', removedAt: now }];
}

const keptDetails = ({ url, description, types }: WebhookDetails): WebhookDetails => ({
  url: url.trim(),
  description: description.trim(),
  types: [...new Set(types)].sort(),
});

export function evolveWebhookEndpoint(state: WebhookEndpoint | null, fact: WebhookEndpointFact): WebhookEndpoint {
  if (fact.type === 'webhookEndpointRegistered') {
    const { type: _, ...registered } = fact;
    return { status: 'active', ...registered, previousSecret: null };
  }
  if (!state) return unexpectedFact(fact, 'none');
  const { endpointId, organisationId, secret, previousSecret, registeredAt } = state;
  const kept = { endpointId, organisationId, ...keptDetails(state), secret, previousSecret, registeredAt };
  switch (fact.type) {
    case 'webhookEndpointChanged':
      return { ...state, ...keptDetails(fact) };
    case 'webhookSecretRotated':
      return { ...state, secret: fact.secret, previousSecret: fact.previous };
    case 'webhookEndpointPaused':
      return { status: 'paused', ...kept, pausedAt: fact.pausedAt, because: fact.because };
    case 'webhookEndpointResumed':
      return { status: 'active', ...kept };
    case 'webhookEndpointRemoved':
      return { status: 'removed', ...kept, removedAt: fact.removedAt };
    default:
      return fact satisfies never;
  }
}

/** The secrets that sign at an instant, the present one first. */
export function signingSecrets(
  { secret, previousSecret }: Pick<WebhookEndpoint, 'secret' | 'previousSecret'>,
  now: string,
): readonly string[] {
  const isValid = previousSecret !== null && instantMs(now) < instantMs(previousSecret.endsAt);
  return isValid ? [secret, previousSecret.secret] : [secret];
}
