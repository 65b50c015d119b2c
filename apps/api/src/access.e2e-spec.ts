import { listRoutes, type Route } from '#platform/http';
import { Sweep } from '#platform/scheduling';
import { AccessTokens } from '#platform/security';
import { eventually } from '#platform/testing';
import { ModulesContainer } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { firstTenants } from './testing/first-tenants.js';
import { aPublishedAssistant } from './testing/listings.js';
import { aMember } from './testing/memberships.js';
import { aBusiness, anAgency, type SignedIn } from './testing/people.js';
import { bodiesNaming } from './testing/request-bodies.js';
import { testApi, testApiSettings } from './testing/test-api.js';

/** What anybody may call, and why. */
const publicRoutes: Readonly<Record<string, string>> = {
  'GET /docs': 'the page of the document',
  'GET /docs/:asset': 'what the page is made of',
  'GET /docs/errors': 'what the codes of problems mean',
  'GET /docs/errors.css': 'what that page is made of',
  'GET /docs/start.js': 'what the page is made of',
  'GET /openapi.json': 'the document of the api',
  'GET /health/live': 'machines ask whether the process lives',
  'GET /health/ready': 'machines ask whether it takes requests',
  'GET /metrics': 'asks for a token of its own, and is not there without',
  'POST /v1/agencies': 'registers an agency, with its owner',
  'POST /v1/businesses': 'registers a business, with its owner',
  'POST /v1/invitations/acceptances': 'the token of the invitation is the credential',
  'POST /v1/auth/tokens': 'signs in with a password',
  'POST /v1/auth/tokens/refresh': 'the refresh token is the credential',
  'DELETE /v1/auth/tokens': 'the refresh token is the credential',
  'POST /v1/auth/cookies': 'signs in with a password',
  'POST /v1/auth/cookies/refresh': 'the refresh token in its cookie is the credential',
  'DELETE /v1/auth/cookies': 'the refresh token in its cookie is the credential',
  'GET /v1/demo-people': 'nobody, but where everybody may sign in as the demo’s people',
  'POST /v1/previews/duty-suggestions': 'answers what it is asked, and keeps it from everybody else',
  'POST /v1/auth/confirmations': 'the code of the mail is the credential',
  'POST /v1/auth/password-resets': 'whoever forgot a password has none to sign in with',
  'POST /v1/auth/password-resets/completions': 'the code of the mail is the credential',
  'POST /v1/channel-hooks/:id/deliveries': 'the signature by the secret of the hook is the credential',
  'POST /v1/payment-service-events': 'the signature of the payment service is the credential',
  'POST /v1/unsubscriptions/:token': 'the token of the mail is the credential',
  'GET /v1/calendar-feeds/:secret/bookings.ics': 'the secret of the address is the credential',
  'GET /v1/assistants/published': 'the listings that everybody may search',
  'GET /v1/assistants/published/:id': 'a listing that everybody may read',
  'GET /v1/agencies/published': 'whose listings everybody may search',
  'GET /v1/assistants/published/:id/review-record': 'what anybody may know of somebody who can be found',
  'GET /v1/agencies/:id/response-record': 'what anybody may know before asking an agency',
  'GET /v1/agencies/:id/suggestion-record': 'what anybody may know before asking an agency',
  'GET /v1/catalogue/duties': 'the same for everybody',
  'GET /v1/catalogue/skills': 'the same for everybody',
  'GET /v1/clearance-checklists': 'the same for everybody',
  'GET /v1/holiday-calendars': 'the same for everybody',
  'GET /v1/recorded-of-work': 'the same for everybody',
};

/** What makes something of one's own, and can name nothing of somebody else. */
const aboutOneself: Readonly<Record<string, string>> = {
  'POST /v1/card-payments': 'pays for one’s own business',
  'POST /v1/assistants': 'drafts an assistant of one’s own agency',
  'POST /v1/assistants/import': 'imports one’s own roster',
  'POST /v1/assistants/import/previews': 'looks at one’s own roster',
  'POST /v1/needs': 'drafts a need of one’s own business',
  'POST /v1/duty-suggestions': 'asks about one’s own words',
  'POST /v1/enquiries': 'tells of one’s own customers',
  'POST /v1/mailboxes': 'connects a mailbox of one’s own business',
  'POST /v1/enquiries/import': 'imports one’s own enquiries',
  'POST /v1/tax-packs': 'asks for a year of one’s own business',
  'POST /v1/record-rules': 'makes a rule for one’s own records',
  'POST /v1/record-rules/applications': 'applies one’s own rules',
  'POST /v1/refunds': 'asks for one’s own money back',
  'POST /v1/records': 'files into the records of one’s own business',
  'POST /v1/files': 'brings a file of one’s own',
  'POST /v1/calendar-feeds': 'gives bookings of one’s own an address',
  'POST /v1/webhooks': 'registers an endpoint of one’s own organisation',
  'POST /v1/api-keys': 'makes a key of one’s own organisation',
  'POST /v1/account/password': 'changes one’s own password',
  'POST /v1/account/confirmation-mails': 'sends a mail to oneself',
  'POST /v1/account/deletion': 'deletes oneself',
  'POST /v1/organisation/closure': 'closes one’s own organisation',
  'POST /v1/account/data-exports': 'asks for one’s own data',
  'POST /v1/account/erasures': 'asks to be erased oneself',
  'DELETE /v1/account/membership': 'leaves one’s own organisation',
  'DELETE /v1/account/sessions': 'ends one’s own sessions',
  'PUT /v1/account/notification-preferences': 'says how one is told oneself',
};

/** Answers to these don't end by themselves; that each shows its reader's own alone is for the suite of its feature. */
const streams: ReadonlySet<string> = new Set(['GET /v1/notifications/stream']);

/** What is public of an assistant is shown to whoever is signed in. */
const seenByAll: ReadonlySet<string> = new Set(['GET /v1/assistants/:id/free-slots']);

/** What others are told of the first tenants' things: that there are none. */
const unknownToOthers: readonly string[] = [
  'absence.not-found',
  'access-grant.not-found',
  'agency.not-found',
  'agreement.not-found',
  'api-key.not-found',
  'assistant.not-found',
  'bank-account.not-found',
  'booking.not-found',
  'business.not-found',
  'calendar-feed.not-found',
  'card-payment.not-found',
  'clearance.not-found',
  'credit-note.not-found',
  'data-export.not-found',
  'dispute.not-found',
  'duty-run.not-found',
  'duty-suggestion.not-found',
  'engagement.not-found',
  'enquiry.not-found',
  'erasure.not-found',
  'file.not-found',
  'invitation.assistant-unknown',
  'invitation.not-found',
  'invoice.not-found',
  'mailbox.not-found',
  'member.not-found',
  'need.not-found',
  'notification.not-found',
  'numbering.not-found',
  'outside-calendar.not-found',
  'proposal.not-found',
  'record-rule.not-found',
  'record.engagement-not-found',
  'record.not-found',
  'refund.not-found',
  'review.not-found',
  'session.not-found',
  'substitution.not-found',
  'suggestion-effect.not-found',
  'suggestion-request.not-found',
  'tax-pack.not-found',
  'thread.not-found',
  'time-entry.not-found',
  'webhook-delivery.not-found',
  'webhook-endpoint.not-found',
];

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

const api = await testApi();
const { owner } = api;
const guarded = listRoutes(api.app).filter(({ access }) => access?.public !== true);
const tenants = await firstTenants(api);
const bodies = bodiesNaming(tenants.ids);
const rival = await anAgency(api);
const { id: rivalsAssistant } = await aPublishedAssistant(api, rival);
const strangers = {
  'an owner of another agency': rival,
  'an assessor of another agency': await aMember(api, rival, ['agency.assessor']),
  'an assistant of another agency': await aMember(api, rival, ['agency.assistant'], rivalsAssistant),
  'an owner of another business': await aBusiness(api),
};
afterAll(() => api.close());

describe('access to every route', () => {
  /** The path with the first tenants' ids in it; a parameter is of the kind that the segment before it names. */
  const pathOf = ({ path }: Route): string =>
    path.replaceAll(/([^/]+)\/:\w+/g, (place, kind: string) => {
      const id = tenants.ids[kind];
      return id === undefined ? place : `${kind}/${id}`;
    });
  const namesSomething = (route: Route): boolean => route.path.includes(':') || nameOf(route) in bodies;
  const isList = (route: Route): boolean => route.method === 'GET' && !namesSomething(route);

  const send = async (route: Route, headers: Record<string, string>) => {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const request = api.http[method](pathOf(route)).set({ ...headers, 'if-match': '*', prefer: 'wait=0' });
    return request.send(bodies[nameOf(route)]);
  };

  /** The codes with which anything was not found. */
  const notFound = new Set<string>();

  /** Sends each of the routes as all of the callers at once; names what was answered otherwise than with these statuses. */
  async function exceptions(
    routes: readonly Route[],
    callers: Readonly<Record<string, () => Record<string, string>>>,
    statuses: readonly number[],
  ): Promise<string[]> {
    const found: string[] = [];
    for (const route of routes) {
      const asked = Object.entries(callers).map(async ([who, headers]) => {
        const { status, body } = await send(route, headers());
        if (status === 404) notFound.add(body.code as string);
        if (!statuses.includes(status)) found.push(`${nameOf(route)} for ${who}: ${status} ${body.code ?? ''}`);
      });
      await Promise.all(asked);
    }
    return found;
  }

  /** Every row of every table of the api. */
  async function everything(): Promise<Record<string, string>> {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const looked = rows.map(async ({ name }) => {
      const hash = `md5(coalesce(string_agg(t::text, '\n' ORDER BY t::text), ''))`;
      const found = await owner.query<{ rows: string }>(`SELECT count(*) || ' ' || ${hash} AS rows FROM api.${name} t`);
      return [name, found.rows[0]!.rows] as const;
    });
    return Object.fromEntries(await Promise.all(looked));
  }

  /** What falls due by itself and would happen within the next minute. */
  const sweeps = (): readonly Sweep[] =>
    [...api.app.get(ModulesContainer).values()]
      .flatMap(({ providers }) => [...providers.values()].map(({ instance }) => instance as unknown))
      .filter((instance) => instance instanceof Sweep);

  /** When nothing is on its way any more. */
  const settled = async () => {
    for (const sweep of sweeps()) await sweep.sweep(api.clock.now());
    return eventually(async () => {
      const before = await everything();
      expect(before['outbox']).toMatch(/^0 /);
      // A reader whom no event concerned keeps its place up to a second later.
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect(await everything()).toEqual(before);
      return before;
    });
  };

  it('is public only where there is a reason', () => {
    const open = listRoutes(api.app).filter(({ access }) => access?.public === true);
    expect(open.map(nameOf).sort()).toEqual(Object.keys(publicRoutes).sort());
  });

  it('has a case for each of them', () => {
    const uncovered = guarded.filter(
      (route) =>
        pathOf(route).includes(':') || (!namesSomething(route) && !isList(route) && !(nameOf(route) in aboutOneself)),
    );
    expect(uncovered.map(nameOf)).toEqual([]);
    const names = new Set(guarded.map(nameOf));
    expect([...Object.keys(bodies), ...Object.keys(aboutOneself)].filter((name) => !names.has(name))).toEqual([]);
  });

  it('is refused without a credential or with one that has expired, and leaves no trace', async () => {
    const tokens = new AccessTokens(testApiSettings.tokenSecret);
    const anHourAgo = new Date(Date.parse(api.clock.now()) - 3_600_000).toISOString();
    const expired = async ({ token }: SignedIn): Promise<() => Record<string, string>> => {
      const { sub, org, sid } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
      const old = await tokens.issue({ userId: sub, organisationId: org, sessionId: sid }, anHourAgo);
      return () => ({ authorization: `Bearer ${old.token}`, 'idempotency-key': randomUUID() });
    };
    const before = await settled();
    const callers = {
      nobody: () => ({ 'idempotency-key': randomUUID() }),
      'the agency, too late': await expired(tenants.agency),
      'the business, too late': await expired(tenants.business),
    };
    expect(await exceptions(guarded, callers, [401])).toEqual([]);
    expect(await settled()).toEqual(before);
  });

  it('is refused for what belongs to others, and leaves no trace', async () => {
    const before = await settled();
    const callers = Object.fromEntries(Object.entries(strangers).map(([who, { headers }]) => [who, headers] as const));
    const ownOnly = guarded.filter((route) => namesSomething(route) && !seenByAll.has(nameOf(route)));
    expect(await exceptions(ownOnly, callers, [403, 404])).toEqual([
      // A business reports for an engagement, and this body names an assistant.
      'POST /v1/absences for an owner of another business: 400 absence.engagement-of-business',
      // Businesses have no assistants that they could invite.
      'POST /v1/invitations for an owner of another business: 400 invitation.role-of-another-kind',
      'PUT /v1/members/:userId/roles for an owner of another business: 400 invitation.role-of-another-kind',
    ]);
    expect([...notFound].sort()).toEqual(unknownToOthers);
    expect(await settled()).toEqual(before);
  });

  it('shows in lists nothing that belongs to others', async () => {
    const foreign = Object.values(tenants.ids);
    const shown: string[] = [];
    for (const route of guarded.filter((listed) => isList(listed) && !streams.has(nameOf(listed)))) {
      for (const [who, { headers }] of Object.entries(strangers)) {
        const { status, text } = await send(route, headers());
        if (![200, 403].includes(status)) shown.push(`${nameOf(route)} for ${who}: ${status}`);
        const ids = foreign.filter((id) => text.includes(id));
        if (ids.length > 0) shown.push(`${nameOf(route)} for ${who} shows ${ids.join(', ')}`);
      }
    }
    expect(shown).toEqual([]);
  });
});
