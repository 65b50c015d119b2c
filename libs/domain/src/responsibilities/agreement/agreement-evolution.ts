import { unexpectedFact } from '../../policy.js';
import type { Agreement, AgreementFact, AgreementSideAccepted, AgreementVersion } from './agreement.js';

/** The agreement after one more fact. */
export function evolveAgreement(agreement: Agreement | null, fact: AgreementFact): Agreement {
  if (fact.type === 'agreementDrafted') {
    if (agreement) unexpectedFact(fact, agreement.status);
    const { type: _, version, ...parties } = fact;
    return { status: 'drafting', ...parties, versions: [version] };
  }
  if (!agreement || agreement.status === 'withdrawn') return unexpectedFact(fact, agreement?.status ?? 'nothing');
  switch (fact.type) {
    case 'agreementRevised':
      return { ...agreement, versions: [...agreement.versions, fact.version] };
    case 'agreementSideAccepted':
      return { ...agreement, versions: agreement.versions.map((version) => withAcceptance(version, fact)) };
    case 'agreementAccepted':
      return { ...agreement, status: 'accepted', inForceNumber: fact.versionNumber, acceptedAt: fact.acceptedAt };
    case 'agreementWithdrawn':
      return { ...agreement, status: 'withdrawn', withdrawnAt: fact.withdrawnAt };
    case 'changeOrderProposed':
    case 'changeOrderAccepted':
    case 'changeOrderWithdrawn':
      return evolveChange(agreement, fact);
    default:
      return fact satisfies never;
  }
}

type ChangeFact = Extract<AgreementFact, { type: `changeOrder${string}` }>;

function evolveChange(agreement: Agreement, fact: ChangeFact): Agreement {
  if (agreement.status !== 'accepted' && agreement.status !== 'changing') {
    return unexpectedFact(fact, agreement.status);
  }
  switch (fact.type) {
    case 'changeOrderProposed':
      return { ...agreement, status: 'changing', versions: [...agreement.versions, fact.version] };
    case 'changeOrderAccepted':
      return {
        ...agreement,
        status: 'accepted',
        inForceNumber: fact.versionNumber,
        // A change may be of the assistant alone.
        assistantId: agreement.versions[fact.versionNumber - 1]?.terms.assistantId ?? agreement.assistantId,
      };
    case 'changeOrderWithdrawn':
      return { ...agreement, status: 'accepted' };
    default:
      return fact satisfies never;
  }
}

const withAcceptance = (version: AgreementVersion, fact: AgreementSideAccepted): AgreementVersion =>
  version.number === fact.versionNumber
    ? { ...version, acceptances: [...version.acceptances, fact.acceptance] }
    : version;
