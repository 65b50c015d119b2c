import type { AccessGrantId, AgencyId, AgreementId, AssistantId, BusinessId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideAccessGrant, evolveAccessGrant, giveAccess } from './access-grant-decisions.js';
import type { AccessGrant, AccessGrantCommand, GiveAccess } from './access-grant.js';
import { looksLikeASecret } from './looks-like-a-secret.js';

const business = { organisationId: 'business-1' as BusinessId, userId: null };
const agency = { organisationId: 'agency-1' as AgencyId, userId: null };
const now = '2026-11-30T09:00:00.000Z';
const give: GiveAccess = {
  type: 'giveAccess',
  accessGrantId: 'access-1' as AccessGrantId,
  by: business,
  engagement: {
    status: 'active',
    engagementId: 'agreement-1' as AgreementId,
    businessId: business.organisationId,
    agencyId: agency.organisationId,
    assistantId: 'assistant-1' as AssistantId,
  },
  kind: 'mailbox',
  name: 'info@forn.example',
  purpose: 'Answer what customers ask',
  way: 'delegation',
  now,
};
const given = giveAccess(give).reduce<AccessGrant | null>(evolveAccessGrant, null)!;
const after = (grant: AccessGrant, command: AccessGrantCommand): AccessGrant =>
  decideAccessGrant(command, grant).reduce<AccessGrant>(evolveAccessGrant, grant);
const close = (changes: object = {}): AccessGrantCommand => ({
  type: 'closeAccess',
  by: agency,
  proof: { kind: 'note', value: 'Delegation taken back on 30 November' },
  now,
  ...changes,
});

describe('access that is given', () => {
  it('says to whom, to what, for what and how, and is looked at again after a quarter', () => {
    expect(given).toMatchObject({ status: 'open', kind: 'mailbox', way: 'delegation', reviewDueOn: '2027-02-28' });
    expect(decideAccessGrant({ type: 'announceAccessReview', now: '2027-02-27T23:59:00.000Z' }, given)).toEqual([]);
    const announced = after(given, { type: 'announceAccessReview', now: '2027-02-28T00:00:00.000Z' });
    expect(decideAccessGrant({ type: 'announceAccessReview', now: '2027-03-01T00:00:00.000Z' }, announced)).toEqual([]);
    const reviewed = after(announced, { type: 'reviewAccess', by: business, now: '2027-03-01T00:00:00.000Z' });
    expect(reviewed).toMatchObject({ reviewDueOn: '2027-06-01', reviewAnnounced: false });
  });

  it('is closed at the end, with proof, by either side and once', () => {
    const ending = after(given, { type: 'askToCloseAccess', reason: 'engagement-ended', now });
    expect(ending).toMatchObject({ status: 'to-close', reason: 'engagement-ended' });
    expect(decideAccessGrant({ type: 'askToCloseAccess', reason: 'asked', now }, ending)).toEqual([]);
    const closed = after(ending, close());
    expect(closed).toMatchObject({ status: 'closed', closedBy: 'agency' });
    expect(refusalOf(() => decideAccessGrant(close({ by: business }), closed))).toBe('access-grant.closed');
    expect(after(given, close({ by: business }))).toMatchObject({ status: 'closed', closedBy: 'business' });
  });

  it.each<[string, () => unknown]>([
    ['access-grant.not-the-business', () => giveAccess({ ...give, by: agency })],
    ['engagement.already-ended', () => giveAccess({ ...give, engagement: { ...give.engagement, status: 'ended' } })],
    ['access-grant.text-length name', () => giveAccess({ ...give, name: ' ' })],
    ['access-grant.looks-like-a-secret purpose', () => giveAccess({ ...give, purpose: 'Password: hunter2' })],
    ['access-grant.looks-like-a-secret name', () => giveAccess({ ...give, name: 'info@forn.example tR0ub4dor&3' })],
    [
      'access-grant.bad-proof proof.value',
      () => decideAccessGrant(close({ proof: { kind: 'link', value: 'x' } }), given),
    ],
    ['access-grant.not-a-party', () => decideAccessGrant(close({ by: { ...agency, organisationId: 'a-2' } }), given)],
    ['access-grant.not-the-business', () => decideAccessGrant({ type: 'reviewAccess', by: agency, now }, given)],
    [
      'access-grant.not-open',
      () => decideAccessGrant({ type: 'reviewAccess', by: business, now }, after(given, close())),
    ],
  ])('is refused with %s', (code, act) => {
    expect(refusalOf(act)).toBe(code);
  });
});

describe('a secret', () => {
  it.each([
    'password: hunter2',
    'La contraseña es girasol',
    'clau = 4821x',
    'PIN: 4821',
    'Tr0ub4dor&3',
    'sk_live_51H8example',
    'ghp_abcdefghijklmnopqrstuvwx',
    'eyJhbGciOiJIUzI1NiJ9.e30.x',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    '9f86d081884c7d659a2feaa0c55ad015',
  ])('is known by its looks: %s', (text) => {
    expect(looksLikeASecret(text)).toBe(true);
  });

  it.each([
    'info@forn.example',
    'https://Shop.example/admin?View=Orders&page=2',
    'Answer what customers ask about orders of 2026',
    'Delegation in Google Workspace, taken back on 30/11/2026 at 10:15',
    'Read-only view of ES9121000418450200051332',
    'The password stays with the owner',
    'Shopify staff account "Forn Vell", orders only',
  ])('is not seen in what is none: %s', (text) => {
    expect(looksLikeASecret(text)).toBe(false);
  });
});
