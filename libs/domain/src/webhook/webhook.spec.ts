import fc from 'fast-check';
import type { AgencyId, WebhookEndpointId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { type AttemptResult, nextStep, patienceWithEndpointMs } from './webhook-delivery.js';
import { decideWebhookEndpoint, evolveWebhookEndpoint, signingSecrets } from './webhook-endpoint-decisions.js';
import type { RegisterWebhookEndpoint, WebhookEndpoint, WebhookEndpointCommand } from './webhook-endpoint.js';

const now = '2026-11-30T10:00:00.000Z';
const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const rules = { allowsHttp: false };
const registration: RegisterWebhookEndpoint = {
  type: 'registerWebhookEndpoint',
  endpointId: 'e' as WebhookEndpointId,
  organisationId: 'a' as AgencyId,
  details: { url: 'https://hooks.example.org/ajudant', description: ' Books ', types: ['need.posted.v1'] },
  secret: 'whsec_1',
  others: 0,
  rules,
  now,
};
const after = (...commands: WebhookEndpointCommand[]): WebhookEndpoint =>
  commands.reduce<WebhookEndpoint | null>(
    (state, command) => decideWebhookEndpoint(command, state).reduce(evolveWebhookEndpoint, state as WebhookEndpoint),
    null,
  ) as WebhookEndpoint;
const registeredAt = (url: string) => ({ ...registration, details: { ...registration.details, url } });

describe('an endpoint for webhooks', () => {
  it('is active once it is registered', () => {
    expect(after(registration)).toMatchObject({ status: 'active', description: 'Books', previousSecret: null });
  });

  it.each([
    ['ftp://example.org', 'webhook-endpoint.bad-address url'],
    ['example.org/hook', 'webhook-endpoint.bad-address url'],
    ['http://example.org/hook', 'webhook-endpoint.not-https url'],
    ['https://me:secret@example.org/hook', 'webhook-endpoint.address-with-password url'],
    ['https://example.org/hook#part', 'webhook-endpoint.bad-address url'],
  ])('can not be at %s', (url, code) => {
    expect(refusalOf(() => after(registeredAt(url)))).toBe(code);
  });

  it('may be at http where that is said', () => {
    expect(after({ ...registeredAt('http://127.0.0.1:9/hook'), rules: { allowsHttp: true } }).status).toBe('active');
  });

  it('is one of ten at most', () => {
    expect(after({ ...registration, others: 9 }).status).toBe('active');
    expect(refusalOf(() => after({ ...registration, others: 10 }))).toBe('webhook-endpoint.too-many');
    expect(refusalOf(() => after(registration, registration))).toBe('webhook-endpoint.already-registered');
  });

  it('signs with both secrets for a day after they were rotated, and never with three', () => {
    const once = after(registration, { type: 'rotateWebhookSecret', secret: 'whsec_2', now });
    expect(signingSecrets(once, later(86_399_999))).toEqual(['whsec_2', 'whsec_1']);
    expect(signingSecrets(once, later(86_400_000))).toEqual(['whsec_2']);
    const twice = decideWebhookEndpoint({ type: 'rotateWebhookSecret', secret: 'whsec_3', now }, once);
    expect(signingSecrets(evolveWebhookEndpoint(once, twice[0]!), now)).toEqual(['whsec_3', 'whsec_2']);
  });

  it('is paused by its owner once, and by its failures without a word where it is paused', () => {
    const paused = after(registration, { type: 'pauseWebhookEndpoint', because: 'failures', now });
    expect(paused).toMatchObject({ status: 'paused', because: 'failures', pausedAt: now });
    expect(decideWebhookEndpoint({ type: 'pauseWebhookEndpoint', because: 'gone', now }, paused)).toEqual([]);
    const asked = { type: 'pauseWebhookEndpoint', because: 'asked', now } as const;
    expect(refusalOf(() => decideWebhookEndpoint(asked, paused))).toBe('webhook-endpoint.already-paused');
    const resume = { type: 'resumeWebhookEndpoint', now } as const;
    expect(after(registration, asked, resume)).not.toHaveProperty('pausedAt');
    expect(refusalOf(() => after(registration, resume))).toBe('webhook-endpoint.not-paused');
  });

  it('is gone once it is removed', () => {
    const removed = after(registration, { type: 'removeWebhookEndpoint', now });
    const change = { type: 'changeWebhookEndpoint', changes: { types: [] }, rules, now } as const;
    expect(refusalOf(() => decideWebhookEndpoint(change, removed))).toBe('webhook-endpoint.not-found');
  });

  it('says nothing of a change that changes nothing', () => {
    const same = { type: 'changeWebhookEndpoint', changes: { description: 'Books' }, rules, now } as const;
    expect(decideWebhookEndpoint(same, after(registration))).toEqual([]);
  });
});

describe('a message that was tried', () => {
  const failed = { status: null, failure: 'timeout' } as const;
  const first = { failures: 0, failingSince: null, spread: 0, now };

  it('is delivered by any success, and a redirection is none', () => {
    const types = [200, 204, 299, 301, 304, 404, 500].map((status) => nextStep({ status }, first).type);
    expect(types).toEqual(['delivered', 'delivered', 'delivered', 'retry', 'retry', 'retry', 'retry']);
  });

  it('pauses an endpoint that says it is gone', () => {
    expect(nextStep({ status: 410 }, first)).toEqual({ type: 'pause', because: 'gone' });
  });

  it('is tried for three days, ever more rarely, and some twenty times', () => {
    let [at, failures, lastDelay] = [now, 0, 0];
    for (;;) {
      const step = nextStep(failed, { failures, failingSince: failures === 0 ? null : now, spread: 0, now: at });
      if (step.type !== 'retry') break;
      const delay = Date.parse(step.at) - Date.parse(at);
      const isLast = Date.parse(step.at) - Date.parse(now) === patienceWithEndpointMs;
      expect(delay >= lastDelay || isLast).toBe(true);
      [at, failures, lastDelay] = [step.at, failures + 1, delay];
    }
    expect(Date.parse(at) - Date.parse(now)).toBe(patienceWithEndpointMs);
    expect(failures).toBeGreaterThan(15);
    expect(failures).toBeLessThan(25);
  });

  it('never comes again before it was tried, nor after the three days', () => {
    const results = fc.constantFrom<AttemptResult>(failed, { status: 500 }, { status: 302 });
    fc.assert(
      fc.property(
        results,
        fc.nat(100),
        fc.nat(patienceWithEndpointMs - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (result, failures, sinceMs, spread) => {
          const step = nextStep(result, { failures, failingSince: later(-sinceMs), spread, now });
          if (step.type !== 'retry') throw new Error(step.type);
          const ms = Date.parse(step.at) - Date.parse(now);
          expect(ms).toBeGreaterThan(0);
          expect(ms + sinceMs).toBeLessThanOrEqual(patienceWithEndpointMs);
        },
      ),
    );
  });
});
