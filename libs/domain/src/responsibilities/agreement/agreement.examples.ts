import type { Currency } from '../../billing/money/currency.js';
import type {
  AgencyId,
  AgreementId,
  AssistantId,
  BusinessId,
  ClearanceId,
  NeedId,
  ProposalId,
  UserId,
} from '../../ids.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import type { Readiness } from '../../booking/readiness.js';
import type { Party } from '../../organisation/party.js';
import { usualStandingTerms } from '../../organisation/standing-terms.js';
import type { TermsDraft } from './agreement-terms.js';
import type {
  Agreement,
  AgreementCommand,
  AgreementFact,
  ContentHash,
  DraftFromListing,
  DraftFromProposal,
} from './agreement.js';
import { decideAgreement } from './agreement-decisions.js';
import type { DutyLineDraft } from './duty-line.js';
import { evolveAgreement } from './agreement-evolution.js';

/** For specs: a bakery in Madrid and an agency in Lisbon. */
export const agencyId = 'agency-1' as AgencyId;
export const businessId = 'business-1' as BusinessId;
export const assistantId = 'assistant-1' as AssistantId;
export const agreementId = 'agreement-1' as AgreementId;
export const agreementParties = { agreementId, businessId, agencyId, assistantId };
export const agency: Party = { organisationId: agencyId, userId: 'user-a' as UserId };
export const business: Party = { organisationId: businessId, userId: 'user-b' as UserId };
export const parties: LegalParties = {
  agency: {
    organisationId: agencyId,
    legalName: 'Boa Ajuda, Lda.',
    registrationNumber: '501964843',
    vatId: 'PT501964843',
    countryCode: 'PT',
    address: { street: 'Rua Augusta 1', postalCode: '1100-048', city: 'Lisboa', region: null },
  },
  business: {
    organisationId: businessId,
    legalName: 'Forn Vell, S.L.',
    registrationNumber: null,
    vatId: 'ESB12345674',
    countryCode: 'ES',
    address: null,
  },
};
export const stranger: Party = { organisationId: 'business-9' as BusinessId, userId: 'user-x' as UserId };

/** Stands in for SHA-256: as long as it is injective, the rules can't tell. */
export const contentHash: ContentHash = (canonicalTerms) => `hash of ${canonicalTerms}`;

export const inboxLine: DutyLineDraft = {
  lineId: 'inbox',
  dutyCode: 'inbox-triage',
  description: 'Answer or sort what comes in',
  doneCriterion: 'No message older than a day is unanswered',
  unit: 'day of inbox',
  volume: 5,
  cadence: 'weekly',
  accountable: [{ party: 'assistant' }],
  unitPrice: { amountMinor: 1250, currency: 'EUR' },
};
export const booksLine: DutyLineDraft = {
  lineId: 'books',
  dutyCode: 'bookkeeping-entry',
  description: 'Enter receipts',
  doneCriterion: 'Every receipt of the month is entered with its document',
  unit: 'receipt',
  volume: 40,
  cadence: 'monthly',
  accountable: [{ party: 'assistant' }],
  unitPrice: { amountMinor: 95, currency: 'EUR' },
};
export const approvalLine: DutyLineDraft = {
  lineId: 'approval',
  dutyCode: 'payment-approval',
  description: 'Approve payments',
  doneCriterion: 'All prepared payments are approved or refused',
  unit: 'batch',
  volume: 1,
  cadence: 'weekly',
  accountable: [{ party: 'business', personName: 'Ana Ruiz' }],
  unitPrice: { amountMinor: 0, currency: 'EUR' },
};

export const terms: TermsDraft = {
  lines: [inboxLine, booksLine, approvalLine],
  channels: ['email', 'chat'],
  responseTargetMinutes: 240,
  freeCancellationHours: 24,
  lateFeeBps: 5000,
  silenceAcceptsAfterHours: 72,
  hourlyRate: { amountMinor: 1850, currency: 'EUR' },
  startsOn: '2026-03-02',
  endsOn: '2026-05-31',
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
  adoptedSuggestions: [
    {
      suggestionId: 's1',
      title: 'Canned answers',
      baseline: 'Every answer is written anew',
      expectedEffect: 'Half the minutes per answer',
      measure: 'Minutes per answered message',
    },
  ],
};

export const draftCommand: DraftFromProposal = {
  type: 'draftAgreement',
  origin: 'proposal',
  proposalId: 'proposal-1' as ProposalId,
  agreementId,
  needId: 'need-1' as NeedId,
  businessId,
  agencyId,
  assistantId,
  terms,
  commissionBps: 1200,
  taxBps: 2100,
  taxNote: 'standard rate',
  parties,
  contentHash,
  now: '2026-02-20T09:00:00.000Z',
};
const { proposalId: _, ...withoutProposal } = draftCommand;
export const instantCommand: DraftFromListing = {
  ...withoutProposal,
  origin: 'listing',
  instantBooking: true,
  offeredDutyCodes: ['inbox-triage', 'bookkeeping-entry'],
  disqualification: null,
  workMinutesPerWeek: 600,
  standing: usualStandingTerms,
};

/** Nothing keeps the assistant from beginning. */
export const readiness: Readiness = {
  agencyStatus: 'verified',
  assistant: { status: 'published', countryCode: 'ES', timeZone: 'Europe/Madrid', daysOff: [] },
  clearance: {
    clearanceId: 'clearance-1' as ClearanceId,
    countryCode: 'ES',
    jurisdiction: 'es',
    validUntil: '2027-01-31T23:00:00.000Z',
  },
  absences: [],
};

/** Plays commands one after the other, each against what the ones before left. */
export function played(commands: readonly AgreementCommand[]): { facts: AgreementFact[]; agreement: Agreement } {
  const facts: AgreementFact[] = [];
  let agreement: Agreement | null = null;
  for (const command of commands) {
    const decided = decideAgreement(command, agreement);
    agreement = decided.reduce<Agreement | null>(evolveAgreement, agreement);
    facts.push(...decided);
  }
  if (!agreement) throw new Error('nothing was played');
  return { facts, agreement };
}

export const hashOf = (agreement: Agreement, number: number): string =>
  agreement.versions.find((version) => version.number === number)?.contentHash ?? 'no such version';

/** An agreement whose first version both sides have accepted. */
export function acceptedAgreement(written: TermsDraft = terms): Agreement {
  const drafted = played([{ ...draftCommand, terms: written }]).agreement;
  const acceptance = {
    type: 'acceptAgreement',
    engagementEnded: false,
    readiness,
    contentHash: hashOf(drafted, 1),
  } as const;
  return [business, agency].reduce<Agreement>(
    (agreement, by) =>
      decideAgreement({ ...acceptance, by, now: '2026-02-21T09:00:00.000Z' }, agreement).reduce(
        evolveAgreement,
        agreement,
      ),
    drafted,
  );
}

/** The same terms with all prices in another currency, for as many of its minor units. */
export const inCurrency = (written: TermsDraft, currency: Currency): TermsDraft => ({
  ...written,
  currency,
  hourlyRate: written.hourlyRate && { ...written.hourlyRate, currency },
  lines: written.lines.map((line) => ({ ...line, unitPrice: { ...line.unitPrice, currency } })),
});
