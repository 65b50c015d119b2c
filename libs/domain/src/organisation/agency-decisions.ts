import { isBlank } from '#text';
import { saysTheSame, withChanges } from '../changes.js';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, type Policy, unexpectedFact, uphold } from '../policy.js';
import type {
  Agency,
  AgencyCommand,
  AgencyDetails,
  AgencyFact,
  ChangeAgencyDetails,
  CloseAgency,
  RegisterAgency,
  SetStandingTerms,
  SuspendAgency,
  VerifyAgency,
} from './agency.js';
import { nothingIsOpen } from './closing.js';
import { assertOrganisationDetails, keptDetails } from './organisation-details.js';
import { checkedStandingTerms, usualStandingTerms } from './standing-terms.js';

/** @throws DomainError `agency.…` as listed in the contracts' table of its errors */
export function decideAgency(command: AgencyCommand, state: Agency | null): AgencyFact[] {
  if (command.type === 'registerAgency') return register(command, state);
  demand(state !== null, 'agency.not-found');
  demand(state.status !== 'closed', 'agency.closed');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<Exclude<AgencyCommand, RegisterAgency>, Agency, AgencyFact> = {
  changeAgencyDetails: changeDetails,
  setStandingTerms,
  verifyAgency: verify,
  suspendAgency: suspend,
  closeAgency: close,
};

function register({ agencyId, details, now }: RegisterAgency, state: Agency | null): AgencyFact[] {
  demand(state === null, 'agency.already-registered');
  assertOrganisationDetails(details, 'agency', null);
  return [{ type: 'agencyRegistered', agencyId, ...keptDetails(details), registeredAt: now }];
}

function changeDetails({ changes, now }: ChangeAgencyDetails, state: Agency): AgencyFact[] {
  const before = keptDetails(state);
  const details = keptDetails(withChanges<AgencyDetails>(before, changes));
  assertOrganisationDetails(details, 'agency', before);
  return saysTheSame(details, before) ? [] : [{ type: 'agencyDetailsChanged', ...details, changedAt: now }];
}

function setStandingTerms({ terms, now }: SetStandingTerms, state: Agency): AgencyFact[] {
  const checked = checkedStandingTerms(terms);
  if (saysTheSame(checked, checkedStandingTerms(state.standingTerms))) return [];
  return [{ type: 'agencyStandingTermsChanged', terms: checked, changedAt: now }];
}

interface Verification {
  readonly command: VerifyAgency;
  readonly state: Agency;
}
const verificationPolicies: readonly Policy<Verification>[] = [
  function isNotVerifiedYet({ state }) {
    demand(state.status !== 'verified', 'agency.already-verified');
  },
  function saysWhatWasLookedAt({ command }) {
    demand(!isBlank(command.note), 'agency.note-missing', { at: ['note'] });
  },
];

function verify(command: VerifyAgency, state: Agency): AgencyFact[] {
  uphold(verificationPolicies, { command, state });
  const { verifiedBy, note, now } = command;
  return [{ type: 'agencyVerified', verifiedBy, note, verifiedAt: now }];
}

interface Suspension {
  readonly command: SuspendAgency;
  readonly state: Agency;
}
const suspensionPolicies: readonly Policy<Suspension>[] = [
  function isNotSuspendedYet({ state }) {
    demand(state.status !== 'suspended', 'agency.already-suspended');
  },
  function hasBeenVerified({ state }) {
    demand(state.status === 'verified', 'agency.not-verified', { status: state.status });
  },
  function saysWhy({ command }) {
    demand(!isBlank(command.reason), 'agency.reason-missing', { at: ['reason'] });
  },
];

function suspend(command: SuspendAgency, state: Agency): AgencyFact[] {
  uphold(suspensionPolicies, { command, state });
  const { suspendedBy, code, reason, now } = command;
  return [{ type: 'agencySuspended', suspendedBy, code, reason, suspendedAt: now }];
}

function close({ closedBy, open, now }: CloseAgency): AgencyFact[] {
  nothingIsOpen(open);
  return [{ type: 'agencyClosed', closedBy, closedAt: now }];
}

export function evolveAgency(state: Agency | null, fact: AgencyFact): Agency {
  if (fact.type === 'agencyRegistered') {
    const { agencyId, registeredAt } = fact;
    return { status: 'registered', agencyId, ...keptDetails(fact), standingTerms: usualStandingTerms, registeredAt };
  }
  if (!state) return unexpectedFact(fact, 'none');
  const { agencyId, standingTerms, registeredAt } = state;
  const kept = { agencyId, ...keptDetails(state), standingTerms, registeredAt };
  switch (fact.type) {
    case 'agencyDetailsChanged':
      return { ...state, ...keptDetails(fact) };
    case 'agencyStandingTermsChanged':
      return { ...state, standingTerms: fact.terms };
    case 'agencyVerified':
      return { status: 'verified', ...kept, verifiedAt: fact.verifiedAt };
    case 'agencySuspended':
      return { status: 'suspended', ...kept, suspendedAt: fact.suspendedAt, reason: fact.reason };
    case 'agencyClosed':
      return { status: 'closed', ...kept, closedAt: fact.closedAt };
    default:
      return fact satisfies never;
  }
}
