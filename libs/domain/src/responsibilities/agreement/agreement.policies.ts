import { wholeBps } from '../../billing/money/money.js';
import type { BookableAgreement } from '../../booking/booking.js';
import { demandReady } from '../../booking/readiness.js';
import type { OfferedDuties } from '../../catalogue/offered-duty.js';
import { DomainError } from '../../domain-error.js';
import { shortfallText } from '../../matching/shortfall.js';
import type { Party } from '../../organisation/party.js';
import { demand, type Policy } from '../../policy.js';
import { agreementBounds } from './agreement-terms.policies.js';
import type { AgreementTerms, RevisedTerms, TermsDraft } from './agreement-terms.js';
import type { DutyLineDraft } from './duty-line.js';
import {
  type AcceptAgreement,
  type AdoptIntoAgreement,
  type Agreement,
  type AgreementVersion,
  type DraftAgreement,
  type DraftFromListing,
  type ReplaceAssistant,
  type ReviseAgreement,
  type Side,
  type WithdrawAgreement,
  sides,
} from './agreement.js';
import { isBefore, localDate, startOfDay } from '../../time/calendar.js';
import { canonicalRule } from '../../time/recurrence.js';

/**
 * The side for which a party acts.
 * @throws DomainError `agreement.not-a-party`
 */
export function sideOf(parties: Pick<Agreement, 'agencyId' | 'businessId'>, by: Party): Side {
  if (by.organisationId === parties.agencyId) return 'agency';
  if (by.organisationId === parties.businessId) return 'business';
  throw new DomainError('agreement.not-a-party');
}

/** The version in force, or null while none was accepted by both sides. */
export const versionInForce = (agreement: Agreement): AgreementVersion | null =>
  agreement.status === 'accepted' || agreement.status === 'changing'
    ? (agreement.versions.find((version) => version.number === agreement.inForceNumber) ?? null)
    : null;

/** The version that is on the table: the latest one, unless a change order was withdrawn since. */
export function currentVersion(agreement: Agreement): AgreementVersion {
  const version = agreement.status === 'accepted' ? versionInForce(agreement) : agreement.versions.at(-1);
  if (!version) throw new Error(`agreement ${agreement.agreementId} has no version`);
  return version;
}

/** An agreement out of a listing, without a proposal: the agency accepted it beforehand. */
export const isInstant = (agreement: Pick<Agreement, 'proposalId'>): boolean => agreement.proposalId === null;

export const isAcceptedByBoth = ({ acceptances }: AgreementVersion): boolean =>
  sides.every((side) => acceptances.some((acceptance) => acceptance.side === side));

/** What both sides have accepted so far, oldest first. */
export const acceptedVersions = (agreement: Agreement): AgreementVersion[] =>
  agreement.versions.filter(isAcceptedByBoth);

/** The version of that number; without one, the version in force, or the one on the table where none is. */
export const versionToQuote = (agreement: Agreement, number: number | undefined): AgreementVersion | undefined =>
  number === undefined
    ? (versionInForce(agreement) ?? currentVersion(agreement))
    : agreement.versions.find((version) => version.number === number);

/** The terms of a new version: what a side writes, and the rest as it is in the version on the table. */
export function termsAfter(agreement: Agreement, written: RevisedTerms, duties: OfferedDuties): TermsDraft {
  const { lines, timeZone, currency, adoptedSuggestions, instantLimits, hourlyRate, noticeDays, holidays } =
    currentVersion(agreement).terms;
  const { payment, invoicing } = currentVersion(agreement).terms;
  return {
    ...written,
    lines: written.lines.map((line) => ({ ...line, mode: modeAfter(line, lines, duties) })),
    noticeDays: written.noticeDays ?? noticeDays,
    payment: written.payment === undefined ? payment : (written.payment ?? undefined),
    invoicing: written.invoicing === undefined ? invoicing : (written.invoicing ?? undefined),
    holidays: written.holidays === undefined ? holidays : (written.holidays ?? undefined),
    timeZone,
    currency,
    adoptedSuggestions,
    hourlyRate: written.hourlyRate ?? hourlyRate,
    ...(instantLimits && { instantLimits }),
  };
}

/** Of a line that doesn't say it: as it was agreed, and as the catalogue has it where the line, or its duty, is new. */
function modeAfter(
  { lineId, dutyCode, accountable, mode }: DutyLineDraft,
  before: AgreementTerms['lines'],
  duties: OfferedDuties,
): DutyLineDraft['mode'] {
  if (accountable.some(({ party }) => party === 'business')) return undefined;
  const same = before.find((line) => line.lineId === lineId && line.dutyCode === dutyCode);
  return mode ?? (same?.accountable.party === 'assistant' ? same.mode : duties.duty(dutyCode)?.mode);
}

/** What a booking has to keep to. @throws DomainError `booking.agreement-not-accepted` while nothing is in force */
export function bookableAgreement(agreement: Agreement): BookableAgreement {
  const { agreementId, businessId, agencyId, assistantId } = agreement;
  const terms = versionInForce(agreement)?.terms;
  demand(terms !== undefined, 'booking.agreement-not-accepted', { agreementId });
  const { startsOn, endsOn, timeZone, freeCancellationHours, lateFeeBps, hourlyRate } = terms;
  const parties = { agreementId, businessId, agencyId, assistantId };
  const cancellation = { freeCancellationHours, lateFeeBps };
  const instantLimits = terms.instantLimits ?? null;
  const lines = terms.lines
    .filter(({ accountable }) => accountable.party === 'assistant')
    .map(({ lineId, cadence, volume, asNeeded }) => ({
      lineId,
      cadence,
      ceilingMinutes: asNeeded === undefined ? null : (volume + (asNeeded.pack?.carryOverHours ?? 0)) * 60,
    }));
  return { ...parties, accepted: true, startsOn, endsOn, timeZone, cancellation, hourlyRate, instantLimits, lines };
}

/** Whether it can be booked and confirmed in one go. @throws DomainError `booking.not-instant` */
export function demandInstant(agreement: Agreement): void {
  demand(isInstant(agreement), 'booking.not-instant', { at: ['confirm'] });
}

type Step<Command> = { readonly command: Command; readonly agreement: Agreement };

const isByAParty: Policy<Step<{ readonly by: Party }>> = ({ command, agreement }) => {
  sideOf(agreement, command.by);
};

const isNotWithdrawn: Policy<Step<unknown>> = ({ agreement }) =>
  demand(agreement.status !== 'withdrawn', 'agreement.withdrawn');

const theEngagementGoesOn: Policy<Step<{ readonly engagementEnded: boolean }>> = ({ command }) =>
  demand(!command.engagementEnded, 'agreement.engagement-ended');

function demandSomeTermLeft(terms: Pick<TermsDraft, 'endsOn' | 'timeZone'>, now: string): void {
  demand(localDate(now, terms.timeZone) <= terms.endsOn, 'agreement.term-over', { at: ['endsOn'] });
}

const someOfTheNewTermIsLeft: Policy<Step<ReviseAgreement>> = ({ command }) =>
  demandSomeTermLeft(command.terms, command.now);

const versionsAreBounded: Policy<Step<unknown>> = ({ agreement: { versions } }) => {
  const { versions: atMost, characters: atMostCharacters } = agreementBounds;
  const characters = versions.reduce((sum, version) => sum + JSON.stringify(version).length, 0);
  const isBounded = versions.length < atMost && characters < atMostCharacters;
  demand(isBounded, 'agreement.too-many-versions', { atMost, atMostCharacters });
};

/** Prices of all versions have to add up in one invoice. */
const theCurrencyStays: Policy<Step<ReviseAgreement>> = ({ command, agreement }) =>
  demand(command.terms.currency === currentVersion(agreement).terms.currency, 'agreement.currency-fixed', {
    at: ['currency'],
  });

/** Periods are counted from the first day; once there may be runs, they keep their dates. */
const theFirstDayStays: Policy<Step<ReviseAgreement>> = ({ command, agreement }) => {
  const inForce = versionInForce(agreement)?.terms;
  if (!inForce) return;
  demand(command.terms.startsOn === inForce.startsOn, 'agreement.start-fixed', { at: ['startsOn'] });
  demand(command.terms.timeZone === inForce.timeZone, 'agreement.time-zone-fixed', { at: ['timeZone'] });
};

/** A line keeps its meaning; work in another rhythm is a line of its own. */
const cadencesStay: Policy<Step<ReviseAgreement>> = ({ command, agreement }) => {
  if (!versionInForce(agreement)) return;
  const known = new Map(
    acceptedVersions(agreement).flatMap((version) => version.terms.lines.map((line) => [line.lineId, line] as const)),
  );
  for (const [index, line] of command.terms.lines.entries()) {
    const before = known.get(line.lineId);
    if (before === undefined) continue;
    const name = { lineId: line.lineId };
    demand(before.cadence === line.cadence, 'agreement.line-cadence-fixed', {
      at: ['lines', index, 'cadence'],
      ...name,
    });
    const keepsRule = before.rule === (line.rule && canonicalRule(line.rule));
    demand(keepsRule, 'agreement.line-cadence-fixed', { at: ['lines', index, 'rule'], ...name });
  }
};

/** What the catalogue has somebody of the business bring to its end, such as a payment, is not the assistant's to do alone. */
const whatIsPreparedIsNotDone: Policy<Step<ReviseAgreement>> = ({ command: { terms, duties } }) => {
  for (const [index, { lineId, dutyCode, mode }] of terms.lines.entries()) {
    const goesTooFar = mode === 'acts' && duties.duty(dutyCode)?.mode === 'prepares';
    demand(!goesTooFar, 'agreement.duty-only-prepared', { at: ['lines', index, 'mode'], lineId, dutyCode });
  }
};

export const revisionPolicies: readonly Policy<Step<ReviseAgreement>>[] = [
  isNotWithdrawn,
  theEngagementGoesOn,
  versionsAreBounded,
  someOfTheNewTermIsLeft,
  theCurrencyStays,
  theFirstDayStays,
  cadencesStay,
  whatIsPreparedIsNotDone,
];

const acceptsWhatIsOnTheTable: Policy<Step<AcceptAgreement>> = ({ command, agreement }) => {
  const { contentHash, number } = currentVersion(agreement);
  demand(command.contentHash === contentHash, 'agreement.stale-version', {
    at: ['contentHash'],
    currentVersion: number,
    currentContentHash: contentHash,
  });
};

const someOfTheTermIsLeft: Policy<Step<AcceptAgreement>> = ({ command, agreement }) =>
  demandSomeTermLeft(currentVersion(agreement).terms, command.now);

export const acceptancePolicies: readonly Policy<Step<AcceptAgreement>>[] = [
  isByAParty,
  isNotWithdrawn,
  acceptsWhatIsOnTheTable,
];
/** Nobody signs what can't begin; each booking looks at its own end. */
const theAssistantCanBegin: Policy<Step<AcceptAgreement>> = ({ command: { readiness, now }, agreement }) => {
  const { startsOn, timeZone } = currentVersion(agreement).terms;
  const startsAt = startOfDay(startsOn, timeZone);
  demandReady('agreement', readiness, isBefore(now, startsAt) ? startsAt : now);
};

/** Only for an acceptance that would change something. */
export const newAcceptancePolicies: readonly Policy<Step<AcceptAgreement>>[] = [
  theEngagementGoesOn,
  someOfTheTermIsLeft,
  theAssistantCanBegin,
];

const whatBothAcceptedStays: Policy<Step<WithdrawAgreement>> = ({ agreement }) =>
  demand(agreement.status !== 'accepted', 'agreement.in-force');

export const withdrawalPolicies: readonly Policy<Step<WithdrawAgreement>>[] = [isByAParty, whatBothAcceptedStays];

const nothingElseIsOnTheTable: Policy<Step<ReplaceAssistant>> = ({ agreement: { status } }) =>
  demand(status === 'accepted', 'agreement.not-in-force-alone', { status });

export const replacementPolicies: readonly Policy<Step<ReplaceAssistant>>[] = [
  theEngagementGoesOn,
  nothingElseIsOnTheTable,
  versionsAreBounded,
  ({ command: { now }, agreement }) => demandSomeTermLeft(currentVersion(agreement).terms, now),
  ({ command: { readiness, now } }) => demandReady('agreement', readiness, now),
];

export const adoptionPolicies: readonly Policy<Step<AdoptIntoAgreement>>[] = [
  isNotWithdrawn,
  theEngagementGoesOn,
  versionsAreBounded,
  ({ command: { now }, agreement }) => demandSomeTermLeft(currentVersion(agreement).terms, now),
];

const isBps = (bps: number): boolean => Number.isSafeInteger(bps) && bps >= 0 && bps <= wholeBps;

const ratesAreShares: Policy<DraftAgreement> = ({ commissionBps, taxBps }) => {
  demand(isBps(commissionBps), 'agreement.commission-out-of-range', { from: 0, to: wholeBps });
  demand(isBps(taxBps), 'agreement.tax-out-of-range', { from: 0, to: wholeBps });
};

const theListingAllowsInstantBooking: Policy<DraftFromListing> = ({ instantBooking }) =>
  demand(instantBooking, 'agreement.instant-not-allowed');

/** What the assistant answers for is what the listing offers; what the business keeps is its own affair. */
const onlyOfferedDutiesAreTaken: Policy<DraftFromListing> = ({ terms, offeredDutyCodes }) => {
  for (const { lineId, dutyCode, accountable } of terms.lines) {
    const isAssistants = accountable.some(({ party }) => party === 'assistant');
    const offered = !isAssistants || offeredDutyCodes.includes(dutyCode);
    demand(offered, 'agreement.duty-not-offered', { at: ['needId'], lineId, dutyCode });
  }
};

const theAssistantQualifies: Policy<DraftFromListing> = ({ disqualification }) => {
  if (disqualification === null) return;
  const { filter, shortfall } = disqualification;
  const detail = shortfallText(filter, shortfall);
  demand(false, 'agreement.assistant-not-qualified', { at: ['assistantId'], rule: filter, detail, shortfall });
};

/** The work of a usual week, by the catalogue's minutes. */
const aWeekHoldsTheWork: Policy<DraftFromListing> = ({ workMinutesPerWeek, standing: { mostMinutesPerWeek } }) =>
  demand(workMinutesPerWeek <= mostMinutesPerWeek, 'agreement.too-much-work-a-week', {
    at: ['needId'],
    workMinutesPerWeek,
    mostMinutesPerWeek,
  });

const someOfTheDraftedTermIsLeft: Policy<DraftAgreement> = ({ terms, now }) => demandSomeTermLeft(terms, now);

export const draftPolicies: readonly Policy<DraftAgreement>[] = [ratesAreShares, someOfTheDraftedTermIsLeft];
/** An agency that isn't asked is bound to no more than its listing and its standing terms say. */
export const instantPolicies: readonly Policy<DraftFromListing>[] = [
  theListingAllowsInstantBooking,
  onlyOfferedDutiesAreTaken,
  aWeekHoldsTheWork,
  theAssistantQualifies,
];
