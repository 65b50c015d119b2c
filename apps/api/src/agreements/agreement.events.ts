import {
  AgreementAcceptedV1,
  AgreementChangeOrderAcceptedV1,
  AgreementChangeOrderProposedV1,
  AgreementChangeOrderWithdrawnV1,
  AgreementDraftedV1,
  AgreementRevisedV1,
  AgreementSideAcceptedV1,
  AgreementWithdrawnV1,
} from '#contracts';
import type { Agreement, AgreementFact, AgreementVersion } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of an agreement becomes one event. Who of a side accepted stays at home, and so do the words of the terms. */
export function agreementEvent(fact: AgreementFact, agreement: Agreement): EventBody {
  return { ...bodyOf(fact, agreement), audience: [agreement.businessId, agreement.agencyId] };
}

function bodyOf(fact: AgreementFact, agreement: Agreement): Omit<EventBody, 'audience'> {
  const { needId, proposalId } = agreement;
  switch (fact.type) {
    case 'agreementDrafted': {
      const { contentHash, writtenAt: draftedAt } = fact.version;
      return { type: AgreementDraftedV1.type, data: { ...dealOf(agreement), proposalId, contentHash, draftedAt } };
    }
    case 'agreementRevised':
      return { type: AgreementRevisedV1.type, data: writtenVersion(fact.version) };
    case 'changeOrderProposed':
      return { type: AgreementChangeOrderProposedV1.type, data: writtenVersion(fact.version) };
    case 'agreementSideAccepted': {
      const { versionNumber, contentHash } = fact;
      const { side, standing, acceptedAt } = fact.acceptance;
      return { type: AgreementSideAcceptedV1.type, data: { versionNumber, contentHash, side, standing, acceptedAt } };
    }
    case 'agreementAccepted':
      return { type: AgreementAcceptedV1.type, data: versionNowInForce(fact, agreement) };
    case 'changeOrderAccepted':
      return { type: AgreementChangeOrderAcceptedV1.type, data: versionNowInForce(fact, agreement) };
    case 'changeOrderWithdrawn': {
      const { versionNumber, by, withdrawnAt } = fact;
      return { type: AgreementChangeOrderWithdrawnV1.type, data: { versionNumber, by, withdrawnAt } };
    }
    case 'agreementWithdrawn':
      return { type: AgreementWithdrawnV1.type, data: { needId, by: fact.by, withdrawnAt: fact.withdrawnAt } };
    default:
      return fact satisfies never;
  }
}

const dealOf = (agreement: Agreement) => ({ needId: agreement.needId, ...partiesOf(agreement) });

const writtenVersion = ({ number, contentHash, writtenBy, writtenAt }: AgreementVersion) => ({
  versionNumber: number,
  contentHash,
  writtenBy,
  writtenAt,
});

type VersionAccepted = Extract<AgreementFact, { type: 'agreementAccepted' | 'changeOrderAccepted' }>;

function versionNowInForce(fact: VersionAccepted, agreement: Agreement) {
  const { versionNumber, contentHash, acceptedAt } = fact;
  const terms = agreement.versions.find(({ number }) => number === versionNumber)?.terms;
  if (!terms) throw new Error(`agreement ${agreement.agreementId} has no version ${versionNumber}`);
  const { startsOn, endsOn, timeZone } = terms;
  return { ...dealOf(agreement), versionNumber, contentHash, startsOn, endsOn, timeZone, acceptedAt };
}
