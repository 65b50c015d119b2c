import { quoteOf } from '../../billing/pricing/quote.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import { invoicingTermsOf } from '../../billing/pricing/invoicing-terms.js';
import { paymentTermsOf } from '../../billing/pricing/payment-terms.js';
import type { TaxFacts } from '../../billing/pricing/tax.js';
import { decideBy, type Deciders } from '../../deciders.js';
import type { AssistantId } from '../../ids.js';
import { uphold } from '../../policy.js';
import { suggestionOf } from '../../proposal/suggestion.js';
import { canonicalRule } from '../../time/recurrence.js';
import { partiesOf } from '../../work-parties.js';
import { suggestionsAreMeasurable, termsPolicies } from './agreement-terms.policies.js';
import type { AgreementTerms, InstantLimits, TermsDraft } from './agreement-terms.js';
import {
  acceptancePolicies,
  adoptionPolicies,
  currentVersion,
  draftPolicies,
  instantPolicies,
  isAcceptedByBoth,
  newAcceptancePolicies,
  replacementPolicies,
  revisionPolicies,
  sideOf,
  withdrawalPolicies,
} from './agreement.policies.js';
import type {
  AcceptAgreement,
  Acceptance,
  AdoptIntoAgreement,
  Agreement,
  AgreementCommand,
  AgreementFact,
  AgreementVersion,
  ContentHash,
  DraftAgreement,
  ReplaceAssistant,
  ReviseAgreement,
  Side,
  WithdrawAgreement,
} from './agreement.js';
import { canonicalTerms } from './canonical-terms.js';
import type { AsNeeded, DutyLine, DutyLineDraft } from './duty-line.js';

/**
 * What happens to the outline of responsibilities when somebody asks for something.
 * @throws DomainError `agreement.*`, `quote.too-large`, `money.unknown-currency`
 */
export function decideAgreement(command: AgreementCommand, agreement: Agreement | null): AgreementFact[] {
  if (command.type === 'draftAgreement') {
    if (agreement) throw new Error(`agreement ${agreement.agreementId} was drafted before`);
    return draft(command);
  }
  if (!agreement) throw new Error(`${command.type} without an agreement`);
  return decideBy(deciders, command, agreement);
}

const deciders: Deciders<Exclude<AgreementCommand, DraftAgreement>, Agreement, AgreementFact> = {
  reviseAgreement: revise,
  acceptAgreement: accept,
  withdrawAgreement: withdraw,
  replaceAssistant,
  adoptSuggestions: adopt,
};

function draft(command: DraftAgreement): AgreementFact[] {
  uphold(termsPolicies, command.terms);
  if (command.origin === 'listing') uphold(instantPolicies, command);
  uphold(draftPolicies, command);
  const terms = termsOf(command.terms, command);
  refuseWhatHasNoPrice(terms);
  // A proposal's prices are the agency's words; out of a listing it is the business that asks.
  const writtenBy = command.origin === 'proposal' ? 'agency' : 'business';
  const version = versionOf(1, terms, command.contentHash, writtenBy, command.now);
  const { agreementId, needId } = command;
  const proposalId = command.origin === 'proposal' ? command.proposalId : null;
  const identity = { agreementId, needId, proposalId, ...partiesOf(command) };
  const drafted: AgreementFact = { type: 'agreementDrafted', ...identity, version };
  if (command.origin === 'proposal') return [drafted];
  const standing: Acceptance = { side: 'agency', userId: null, acceptedAt: command.now, standing: true };
  return [drafted, sideAccepted(version, standing)];
}

function revise(command: ReviseAgreement, agreement: Agreement): AgreementFact[] {
  const side = sideOf(agreement, command.by);
  uphold(termsPolicies, command.terms);
  uphold(revisionPolicies, { command, agreement });
  const current = currentVersion(agreement);
  const terms = termsOf(command.terms, current.terms);
  refuseWhatHasNoPrice(terms);
  const number = agreement.versions.length + 1;
  const version = versionOf(number, terms, command.contentHash, side, command.now);
  // The same words again aren't a new version; whoever accepted them keeps having accepted them.
  if (version.contentHash === current.contentHash) return [];
  return [{ type: agreement.status === 'drafting' ? 'agreementRevised' : 'changeOrderProposed', version }];
}

function accept(command: AcceptAgreement, agreement: Agreement): AgreementFact[] {
  uphold(acceptancePolicies, { command, agreement });
  const side = sideOf(agreement, command.by);
  const version = currentVersion(agreement);
  if (version.acceptances.some((acceptance) => acceptance.side === side)) return [];
  uphold(newAcceptancePolicies, { command, agreement });
  const acceptance: Acceptance = { side, userId: command.by.userId, acceptedAt: command.now, standing: false };
  const accepted = sideAccepted(version, acceptance);
  const both = isAcceptedByBoth({ ...version, acceptances: [...version.acceptances, acceptance] });
  if (!both) return [accepted];
  return [
    accepted,
    {
      type: agreement.status === 'drafting' ? 'agreementAccepted' : 'changeOrderAccepted',
      versionNumber: version.number,
      contentHash: version.contentHash,
      acceptedAt: command.now,
    },
  ];
}

function withdraw(command: WithdrawAgreement, agreement: Agreement): AgreementFact[] {
  uphold(withdrawalPolicies, { command, agreement });
  if (agreement.status === 'withdrawn') return [];
  const by = sideOf(agreement, command.by);
  if (agreement.status === 'drafting') return [{ type: 'agreementWithdrawn', by, withdrawnAt: command.now }];
  const versionNumber = currentVersion(agreement).number;
  return [{ type: 'changeOrderWithdrawn', versionNumber, by, withdrawnAt: command.now }];
}

/** A version in which more suggestions are adopted, and all else is as it is on the table. */
function adopt(command: AdoptIntoAgreement, agreement: Agreement): AgreementFact[] {
  const side = sideOf(agreement, command.by);
  uphold(adoptionPolicies, { command, agreement });
  const { terms: current } = currentVersion(agreement);
  const adoptedSuggestions = [...current.adoptedSuggestions, ...command.suggestions.map(suggestionOf)];
  suggestionsAreMeasurable({ adoptedSuggestions });
  const terms = { ...current, adoptedSuggestions };
  const version = versionOf(agreement.versions.length + 1, terms, command.contentHash, side, command.now);
  return [{ type: agreement.status === 'drafting' ? 'agreementRevised' : 'changeOrderProposed', version }];
}

/** A version of its own, in which the agreement names somebody else; both sides have accepted it before it is written. */
function replaceAssistant(command: ReplaceAssistant, agreement: Agreement): AgreementFact[] {
  uphold(replacementPolicies, { command, agreement });
  const { assistantId, proposed, consented, contentHash, now } = command;
  const { terms } = currentVersion(agreement);
  const version = versionOf(agreement.versions.length + 1, { ...terms, assistantId }, contentHash, 'agency', now);
  const acceptanceOf = (side: Side, { userId, at }: ReplaceAssistant['proposed']): AgreementFact =>
    sideAccepted(version, { side, userId, acceptedAt: at, standing: false });
  const { number: versionNumber, contentHash: hash } = version;
  return [
    { type: 'changeOrderProposed', version },
    acceptanceOf('agency', proposed),
    acceptanceOf('business', consented),
    { type: 'changeOrderAccepted', versionNumber, contentHash: hash, acceptedAt: now },
  ];
}

/** @throws DomainError `quote.too-large` */
function refuseWhatHasNoPrice(terms: AgreementTerms): void {
  quoteOf(terms);
}

function sideAccepted(version: AgreementVersion, acceptance: Acceptance): AgreementFact {
  return {
    type: 'agreementSideAccepted',
    versionNumber: version.number,
    contentHash: version.contentHash,
    acceptance,
  };
}

function versionOf(
  number: number,
  terms: AgreementTerms,
  contentHash: ContentHash,
  writtenBy: Side,
  writtenAt: string,
): AgreementVersion {
  return { number, contentHash: contentHash(canonicalTerms(terms)), terms, writtenBy, writtenAt, acceptances: [] };
}

/** What the sides don't write: set when the agreement is drafted, the same in all versions. */
interface FixedTerms extends TaxFacts {
  readonly assistantId: AssistantId;
  readonly commissionBps: number;
  readonly parties: LegalParties | null;
}

/** Field by field, so that nothing that happens to hang on the draft gets into the content hash. */
function termsOf(written: TermsDraft, fixed: FixedTerms): AgreementTerms {
  return {
    assistantId: fixed.assistantId,
    lines: written.lines.map(lineOf),
    channels: [...written.channels],
    responseTargetMinutes: written.responseTargetMinutes,
    freeCancellationHours: written.freeCancellationHours,
    lateFeeBps: written.lateFeeBps,
    silenceAcceptsAfterHours: written.silenceAcceptsAfterHours,
    ...(written.noticeDays && { noticeDays: written.noticeDays }),
    ...(written.invoicing && { invoicing: invoicingTermsOf(written.invoicing) }),
    ...(written.holidays && {
      holidays: { countryCode: written.holidays.countryCode, regionCode: written.holidays.regionCode },
    }),
    ...(written.payment && { payment: paymentTermsOf(written.payment) }),
    hourlyRate: written.hourlyRate && {
      amountMinor: written.hourlyRate.amountMinor,
      currency: written.hourlyRate.currency,
    },
    startsOn: written.startsOn,
    endsOn: written.endsOn,
    timeZone: written.timeZone,
    currency: written.currency,
    commissionBps: fixed.commissionBps,
    taxBps: fixed.taxBps,
    taxNote: fixed.taxNote,
    adoptedSuggestions: written.adoptedSuggestions.map(suggestionOf),
    parties: fixed.parties,
    ...(written.instantLimits && { instantLimits: limitsOf(written.instantLimits) }),
  };
}

const limitsOf = ({ mostMinutesPerWeek, leastNoticeHours }: InstantLimits): InstantLimits => ({
  mostMinutesPerWeek,
  leastNoticeHours,
});

/** Field by field, so that nothing else gets into what is signed. */
const asNeededOf = ({ stepMinutes, pack }: AsNeeded): AsNeeded => ({
  stepMinutes,
  ...(pack && { pack: { carryOverHours: pack.carryOverHours } }),
});

function lineOf(written: DutyLineDraft): DutyLine {
  const [accountable] = written.accountable;
  if (!accountable) throw new Error(`line ${written.lineId} has nobody accountable`);
  return {
    lineId: written.lineId,
    dutyCode: written.dutyCode,
    description: written.description,
    doneCriterion: written.doneCriterion,
    unit: written.unit,
    volume: written.volume,
    cadence: written.cadence,
    ...(written.rule !== undefined && { rule: canonicalRule(written.rule)! }),
    accountable:
      accountable.party === 'assistant'
        ? { party: 'assistant' }
        : { party: 'business', personName: accountable.personName },
    unitPrice: { amountMinor: written.unitPrice.amountMinor, currency: written.unitPrice.currency },
    ...(written.asNeeded && { asNeeded: asNeededOf(written.asNeeded) }),
    ...(written.mode && { mode: written.mode }),
  };
}
