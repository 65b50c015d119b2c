import { decideBy, type Deciders } from '../../deciders.js';
import { demand, unexpectedFact, uphold } from '../../policy.js';
import { checkPack, emptyPack, missingOf } from './handover-pack.js';
import {
  consentPolicies,
  declinePolicies,
  endPolicies,
  isByTheAgency,
  proposalPolicies,
  startPolicies,
  writingPolicies,
} from './substitution.policies.js';
import type {
  ConsentedSubstitution,
  ProposedSubstitution,
  ProposeSubstitution,
  Substitution,
  SubstitutionCommand,
  SubstitutionFact,
} from './substitution.js';

/** The agency names somebody for whoever can't. @throws DomainError `substitution.…`, `engagement.already-ended` */
export function proposeSubstitution(command: ProposeSubstitution): SubstitutionFact[] {
  uphold(proposalPolicies, command);
  const { substitutionId, agreement, engagement, substituteId, temporary, by, now } = command;
  const { agreementId, businessId, agencyId } = agreement;
  const { assistantId } = engagement;
  const parties = { substitutionId, agreementId, businessId, agencyId, assistantId, substituteId };
  return [{ type: 'substitutionProposed', ...parties, temporary, proposedBy: by.userId, proposedAt: now }];
}

/** What can happen to a substitution once it is proposed. @throws DomainError `substitution.…`, `engagement.already-ended` */
export const decideSubstitution = (command: SubstitutionCommand, substitution: Substitution): SubstitutionFact[] =>
  decideBy(deciders, command, substitution);

const deciders: Deciders<SubstitutionCommand, Substitution, SubstitutionFact> = {
  writeHandover(command, substitution) {
    uphold(writingPolicies, { command, substitution });
    checkPack(command.pack, command);
    const missing = missingOf(command.pack, command).length;
    return [{ type: 'handoverWritten', pack: command.pack, missing, writtenAt: command.now }];
  },
  consentToSubstitution(command, substitution) {
    uphold(consentPolicies, { command, substitution });
    return [{ type: 'substitutionConsented', consentedBy: command.by.userId, consentedAt: command.now }];
  },
  declineSubstitution(command, substitution) {
    uphold(declinePolicies, { command, substitution });
    return [{ type: 'substitutionDeclined', reason: command.reason.trim(), declinedAt: command.now }];
  },
  withdrawSubstitution({ by, now }, substitution) {
    isByTheAgency(by, substitution);
    const { status } = substitution;
    demand(status === 'proposed' || status === 'consented', 'substitution.not-proposed', { status });
    return [{ type: 'substitutionWithdrawn', withdrawnAt: now }];
  },
  giveWay: ({ now }, { status }) =>
    status === 'proposed' || status === 'consented' ? [{ type: 'substitutionWithdrawn', withdrawnAt: now }] : [],
  startSubstitution(command, substitution) {
    uphold(startPolicies, { command, substitution });
    return [{ type: 'substitutionStarted', startedAt: command.now }];
  },
  endSubstitution(command, substitution) {
    uphold(endPolicies, { command, substitution });
    return [{ type: 'substitutionEnded', endedAt: command.now }];
  },
};

/** The substitution after one more fact. */
export function evolveSubstitution(substitution: Substitution | null, fact: SubstitutionFact): Substitution {
  if (fact.type === 'substitutionProposed') {
    if (substitution) return unexpectedFact(fact, substitution.status);
    const { type: _, ...proposed } = fact;
    return { status: 'proposed', ...proposed, pack: emptyPack };
  }
  switch (substitution?.status) {
    case 'proposed':
      if (fact.type !== 'substitutionConsented') return beforeTheStart(substitution, fact);
      return { ...substitution, status: 'consented', consentedBy: fact.consentedBy, consentedAt: fact.consentedAt };
    case 'consented':
      if (fact.type !== 'substitutionStarted') return beforeTheStart(substitution, fact);
      return { ...substitution, status: 'started', startedAt: fact.startedAt };
    case 'started':
      if (fact.type !== 'substitutionEnded') return unexpectedFact(fact, substitution.status);
      return { ...substitution, status: 'ended', endedAt: fact.endedAt };
    default:
      return unexpectedFact(fact, substitution?.status ?? 'nothing');
  }
}

function beforeTheStart(
  substitution: ProposedSubstitution | ConsentedSubstitution,
  fact: SubstitutionFact,
): Substitution {
  switch (fact.type) {
    case 'handoverWritten':
      return { ...substitution, pack: fact.pack };
    case 'substitutionDeclined':
      return { ...substitution, status: 'declined', reason: fact.reason, declinedAt: fact.declinedAt };
    case 'substitutionWithdrawn':
      return { ...substitution, status: 'withdrawn', withdrawnAt: fact.withdrawnAt };
    default:
      return unexpectedFact(fact, substitution.status);
  }
}
