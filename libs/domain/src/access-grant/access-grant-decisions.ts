import { isBlank, textLength } from '#text';
import { decideBy, type Deciders } from '../deciders.js';
import type { FieldPath } from '../domain-error.js';
import type { Party } from '../organisation/party.js';
import { demand, type Policy, unexpectedFact, uphold } from '../policy.js';
import { localDate, plusMonths } from '../time/calendar.js';
import type {
  AccessGrant,
  AccessGrantCommand,
  AccessGrantFact,
  AccessProof,
  AccessSide,
  GiveAccess,
} from './access-grant.js';
import { looksLikeASecret } from './looks-like-a-secret.js';

/** Bounds of what is said, and how often somebody looks whether access is still needed. */
export const accessGrantBounds = { characters: 300, proofCharacters: 2000, reviewMonths: 3 } as const;

/** @throws DomainError `access-grant.text-length`, `access-grant.looks-like-a-secret` with the field */
function checkText(text: string, at: FieldPath, atMost: number = accessGrantBounds.characters): void {
  demand(!isBlank(text) && textLength(text) <= atMost, 'access-grant.text-length', { at, atMost });
  demand(!looksLikeASecret(text), 'access-grant.looks-like-a-secret', { at });
}

const givingPolicies: readonly Policy<GiveAccess>[] = [
  function isGivenByItsOwner({ by, engagement: { businessId } }) {
    demand(by.organisationId === businessId, 'access-grant.not-the-business');
  },
  function isForWorkThatGoesOn({ engagement: { status } }) {
    demand(status === 'active', 'engagement.already-ended');
  },
  function saysWhatAndWhyAndNoSecret({ name, purpose }) {
    checkText(name, ['name']);
    checkText(purpose, ['purpose']);
  },
];

const nextReview = (now: string): string => plusMonths(localDate(now, 'UTC'), accessGrantBounds.reviewMonths);

/** The business lets the assistant into something. @throws DomainError `access-grant.…`, `engagement.already-ended` */
export function giveAccess(command: GiveAccess): AccessGrantFact[] {
  uphold(givingPolicies, command);
  const { accessGrantId, by, engagement, kind, name, purpose, way, now } = command;
  const { engagementId: agreementId, businessId, agencyId, assistantId } = engagement;
  const parties = { accessGrantId, agreementId, businessId, agencyId, assistantId };
  const given = { kind, name: name.trim(), purpose: purpose.trim(), way, givenBy: by.userId, givenAt: now };
  return [{ type: 'accessGiven', ...parties, ...given, reviewDueOn: nextReview(now) }];
}

/** What can happen to access once it is given. @throws DomainError `access-grant.…` */
export const decideAccessGrant = (command: AccessGrantCommand, grant: AccessGrant): AccessGrantFact[] =>
  decideBy(deciders, command, grant);

const deciders: Deciders<AccessGrantCommand, AccessGrant, AccessGrantFact> = {
  reviewAccess({ by, now }, grant) {
    demand(by.organisationId === grant.businessId, 'access-grant.not-the-business');
    demand(grant.status === 'open', 'access-grant.not-open', { status: grant.status });
    return [{ type: 'accessReviewed', reviewDueOn: nextReview(now), reviewedAt: now }];
  },
  announceAccessReview({ now }, { status, reviewAnnounced, reviewDueOn }) {
    const isDue = status === 'open' && !reviewAnnounced && reviewDueOn <= localDate(now, 'UTC');
    return isDue ? [{ type: 'accessReviewDue', announcedAt: now }] : [];
  },
  askToCloseAccess: ({ reason, now }, { status }) =>
    status === 'open' ? [{ type: 'accessToClose', reason, toCloseSince: now }] : [],
  closeAccess({ by, proof, now }, grant) {
    demand(grant.status !== 'closed', 'access-grant.closed');
    checkProof(proof);
    return [{ type: 'accessClosed', closedBy: sideOf(by, grant), proof, closedAt: now }];
  },
};

function sideOf({ organisationId }: Party, { agencyId, businessId }: AccessGrant): AccessSide {
  const side = organisationId === agencyId ? 'agency' : 'business';
  demand(side === 'agency' || organisationId === businessId, 'access-grant.not-a-party');
  return side;
}

function checkProof({ kind, value }: AccessProof): void {
  const at = ['proof', 'value'];
  if (kind === 'document-hash') demand(/^[0-9a-f]{64}$/.test(value), 'access-grant.bad-proof', { at });
  else if (kind === 'link')
    demand(/^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i.test(value), 'access-grant.bad-proof', { at });
  else checkText(value, at, accessGrantBounds.proofCharacters);
}

/** The access after one more fact. */
export function evolveAccessGrant(grant: AccessGrant | null, fact: AccessGrantFact): AccessGrant {
  if (fact.type === 'accessGiven') {
    if (grant) return unexpectedFact(fact, grant.status);
    const { type: _, ...given } = fact;
    return { status: 'open', ...given, reviewedAt: null, reviewAnnounced: false };
  }
  if (!grant || grant.status === 'closed') return unexpectedFact(fact, grant?.status ?? 'nothing');
  switch (fact.type) {
    case 'accessReviewed': {
      const { reviewDueOn, reviewedAt } = fact;
      return { ...grant, reviewDueOn, reviewedAt, reviewAnnounced: false };
    }
    case 'accessReviewDue':
      return { ...grant, reviewAnnounced: true };
    case 'accessToClose':
      return { ...grant, status: 'to-close', reason: fact.reason, toCloseSince: fact.toCloseSince };
    case 'accessClosed': {
      const { closedBy, closedAt, proof } = fact;
      return { ...grant, status: 'closed', closedBy, closedAt, proof };
    }
    default:
      return fact satisfies never;
  }
}
