import { isBlank, isOwnName } from '#text';
import type { FieldPath } from '../../domain-error.js';
import { isCurrency } from '../../billing/money/currency.js';
import { demandPaymentTerms } from '../../billing/pricing/payment-terms.js';
import { assertInvoicingTerms } from '../../billing/pricing/invoicing-terms.js';
import { channels } from '../../need/need.js';
import { demand, type Policy } from '../../policy.js';
import type { TermsDraft } from './agreement-terms.js';
import { assertLocalDate } from '../../time/local-date.js';
import { assertTimeZone } from '../../time/zone.js';
import { daysIncluded, plusMonths } from '../../time/calendar.js';
import { periodsOfTerm } from '../../time/periods.js';
import { recurrenceOf } from '../../time/recurrence.js';
import type { DutyLineDraft } from './duty-line.js';

/** Bounds of what an agreement may say. */
export const agreementBounds = {
  lines: 50,
  volume: 10_000,
  /** Runs in the whole term: those of fifty lines that are due every week for two years. */
  runs: 5_250,
  stepMinutes: [1, 5, 6, 10, 12, 15, 20, 30, 60],
  horizonMonths: 24,
  responseTargetMinutes: 30 * 24 * 60,
  silenceAcceptsAfterHours: 720,
  freeCancellationHours: 720,
  lateFeeBps: 10_000,
  noticeDays: 90,
  adoptedSuggestions: 20,
  versions: 200,
  /** Of all versions together, as JSON: whoever reads one agreement reads all of it. */
  characters: 2_000_000,
} as const;

type TermsPolicy = Policy<TermsDraft>;
type LinePolicy = (line: DutyLineDraft, at: FieldPath, terms: TermsDraft) => void;

const isWithin = (value: number, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && value >= from && value <= to;
const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const hasSomeLines: TermsPolicy = ({ lines }) => {
  demand(lines.length > 0, 'agreement.without-lines', { at: ['lines'] });
  demand(lines.length <= agreementBounds.lines, 'agreement.too-many-lines', {
    at: ['lines'],
    atMost: agreementBounds.lines,
  });
};

/** Events carry the name of a line, which is free of what people write. */
const linesAreNamed: LinePolicy = ({ lineId }, at) => {
  demand(!isBlank(lineId), 'agreement.line-without-id', { at: [...at, 'lineId'] });
  demand(isOwnName(lineId), 'agreement.bad-line-id', { at: [...at, 'lineId'] });
};

const linesNameADuty: LinePolicy = (line, at) =>
  demand(!isBlank(line.dutyCode), 'agreement.line-without-duty', { at: [...at, 'dutyCode'] });

const linesHaveSomebodyAccountable: LinePolicy = (line, at) =>
  demand(line.accountable.length > 0, 'agreement.line-without-accountable', {
    at: [...at, 'accountable'],
    lineId: line.lineId,
  });

const linesHaveOnlyOneAccountable: LinePolicy = (line, at) =>
  demand(line.accountable.length === 1, 'agreement.line-with-several-accountable', {
    at: [...at, 'accountable'],
    lineId: line.lineId,
  });

const accountablePersonsAreNamed: LinePolicy = (line, at) => {
  for (const accountable of line.accountable) {
    const named = accountable.party === 'assistant' || !isBlank(accountable.personName);
    demand(named, 'agreement.accountable-unnamed', { at: [...at, 'accountable'], lineId: line.lineId });
  }
};

const linesSayWhenTheyAreDone: LinePolicy = (line, at) =>
  demand(!isBlank(line.doneCriterion), 'agreement.line-without-done-criterion', {
    at: [...at, 'doneCriterion'],
    lineId: line.lineId,
  });

const linesSayWhatIsCounted: LinePolicy = (line, at) =>
  demand(!isBlank(line.unit), 'agreement.line-without-unit', { at: [...at, 'unit'], lineId: line.lineId });

const volumesAreBounded: LinePolicy = (line, at) =>
  demand(isWithin(line.volume, 1, agreementBounds.volume), 'agreement.volume-out-of-range', {
    at: [...at, 'volume'],
    from: 1,
    to: agreementBounds.volume,
  });

const rulesAreKnown: LinePolicy = ({ rule, cadence, asNeeded }, at) => {
  if (rule === undefined) return;
  const ofRule = [...at, 'rule'];
  const recurrence = recurrenceOf(rule);
  demand(recurrence !== null, 'agreement.bad-rule', { at: ofRule });
  demand(asNeeded === undefined, 'agreement.rule-as-needed', { at: ofRule });
  const spoken = recurrence.frequency === 'MONTHLY' ? 'monthly' : 'weekly';
  demand(cadence === spoken, 'agreement.rule-of-another-cadence', { at: ofRule, cadence: spoken });
};

/** Looked at once the dates of the term are known to be dates. */
const runsAreBounded: TermsPolicy = (terms) => {
  const periods = periodsOfTerm(terms);
  let runs = 0;
  for (const [index, line] of terms.lines.entries()) {
    const { length } = periods(line);
    demand(length > 0, 'agreement.rule-without-days', { at: ['lines', index, 'rule'] });
    runs += length;
  }
  demand(runs <= agreementBounds.runs, 'agreement.too-many-runs', { at: ['lines'], atMost: agreementBounds.runs });
};

const stepsFillAnHour: LinePolicy = ({ asNeeded }, at) => {
  const known = asNeeded === undefined || agreementBounds.stepMinutes.some((step) => step === asNeeded.stepMinutes);
  demand(known, 'agreement.bad-step', { at: [...at, 'asNeeded', 'stepMinutes'], oneOf: agreementBounds.stepMinutes });
};

/** What stays for the next pack is no more than a pack. */
const carryOverIsBounded: LinePolicy = ({ asNeeded, volume }, at) => {
  const hours = asNeeded?.pack?.carryOverHours ?? 0;
  demand(isWithin(hours, 0, volume), 'agreement.carry-over-out-of-range', {
    at: [...at, 'asNeeded', 'pack', 'carryOverHours'],
    from: 0,
    to: volume,
  });
};

const pricesAreAmounts: LinePolicy = (line, at) =>
  demand(isWithin(line.unitPrice.amountMinor, 0, Number.MAX_SAFE_INTEGER), 'agreement.price-out-of-range', {
    at: [...at, 'unitPrice', 'amountMinor'],
  });

const pricesAreInTheCurrency: LinePolicy = (line, at, { currency }) =>
  demand(line.unitPrice.currency === currency, 'agreement.currencies-differ', {
    at: [...at, 'unitPrice', 'currency'],
    currency,
  });

/** What the business answers for itself costs it nothing. */
const theBusinessIsNotChargedForItself: LinePolicy = (line, at) => {
  const byBusiness = line.accountable.some((accountable) => accountable.party === 'business');
  demand(!byBusiness || line.unitPrice.amountMinor === 0, 'agreement.business-line-priced', {
    at: [...at, 'unitPrice', 'amountMinor'],
    lineId: line.lineId,
  });
};

const lineIdsAreUnique: TermsPolicy = ({ lines }) =>
  demand(areDistinct(lines.map((line) => line.lineId)), 'agreement.line-duplicated', { at: ['lines'] });

const theCurrencyIsKnown: TermsPolicy = ({ currency }) =>
  demand(isCurrency(currency), 'money.unknown-currency', { at: ['currency'], currency });

const oneOrTwoChannels: TermsPolicy = ({ channels: chosen }) => {
  const known = chosen.every((channel) => channels.includes(channel));
  demand(known && chosen.length >= 1 && chosen.length <= 2, 'agreement.channels-not-one-or-two', {
    at: ['channels'],
  });
  demand(areDistinct(chosen), 'agreement.channel-duplicated', { at: ['channels'] });
};

const theZoneIsKnown: TermsPolicy = ({ timeZone }) => assertTimeZone(timeZone, ['timeZone']);

const datesExist: TermsPolicy = ({ startsOn, endsOn }) => {
  assertLocalDate(startsOn, ['startsOn']);
  assertLocalDate(endsOn, ['endsOn']);
};

const datesAreOrdered: TermsPolicy = ({ startsOn, endsOn }) =>
  demand(startsOn <= endsOn, 'agreement.dates-reversed', { at: ['endsOn'] });

const theHorizonIsBounded: TermsPolicy = ({ startsOn, endsOn }) =>
  demand(endsOn < plusMonths(startsOn, agreementBounds.horizonMonths), 'agreement.horizon-too-long', {
    at: ['endsOn'],
    atMostMonths: agreementBounds.horizonMonths,
    days: daysIncluded(startsOn, endsOn),
  });

const theResponseTargetIsBounded: TermsPolicy = ({ responseTargetMinutes }) =>
  demand(
    isWithin(responseTargetMinutes, 1, agreementBounds.responseTargetMinutes),
    'agreement.response-target-out-of-range',
    { at: ['responseTargetMinutes'], from: 1, to: agreementBounds.responseTargetMinutes },
  );

const silenceIsBounded: TermsPolicy = ({ silenceAcceptsAfterHours }) =>
  demand(
    isWithin(silenceAcceptsAfterHours, 1, agreementBounds.silenceAcceptsAfterHours),
    'agreement.silence-out-of-range',
    { at: ['silenceAcceptsAfterHours'], from: 1, to: agreementBounds.silenceAcceptsAfterHours },
  );

const cancellationIsBounded: TermsPolicy = ({ freeCancellationHours, lateFeeBps }) => {
  demand(
    isWithin(freeCancellationHours, 0, agreementBounds.freeCancellationHours),
    'agreement.free-cancellation-out-of-range',
    {
      at: ['freeCancellationHours'],
      from: 0,
      to: agreementBounds.freeCancellationHours,
    },
  );
  demand(isWithin(lateFeeBps, 0, agreementBounds.lateFeeBps), 'agreement.late-fee-out-of-range', {
    at: ['lateFeeBps'],
    from: 0,
    to: agreementBounds.lateFeeBps,
  });
};

const noticeIsBounded: TermsPolicy = ({ noticeDays = 0 }) =>
  demand(isWithin(noticeDays, 0, agreementBounds.noticeDays), 'agreement.notice-out-of-range', {
    at: ['noticeDays'],
    from: 0,
    to: agreementBounds.noticeDays,
  });

const thePaymentIsWhole: TermsPolicy = ({ payment, currency }) => demandPaymentTerms(payment, currency);
const invoicingIsWithinTheLaw: TermsPolicy = ({ invoicing }) => {
  if (invoicing !== undefined) assertInvoicingTerms(invoicing);
};

const theHourlyRateIsAnAmount: TermsPolicy = ({ hourlyRate, currency }) => {
  if (hourlyRate === null) return;
  demand(isWithin(hourlyRate.amountMinor, 0, Number.MAX_SAFE_INTEGER), 'agreement.price-out-of-range', {
    at: ['hourlyRate', 'amountMinor'],
  });
  demand(hourlyRate.currency === currency, 'agreement.currencies-differ', { at: ['hourlyRate', 'currency'], currency });
};

/** A suggestion whose effect can't be measured later is an advertisement. */
export const suggestionsAreMeasurable: Policy<Pick<TermsDraft, 'adoptedSuggestions'>> = ({ adoptedSuggestions }) => {
  demand(adoptedSuggestions.length <= agreementBounds.adoptedSuggestions, 'agreement.too-many-suggestions', {
    at: ['adoptedSuggestions'],
    atMost: agreementBounds.adoptedSuggestions,
  });
  const ids = adoptedSuggestions.map((suggestion) => suggestion.suggestionId);
  demand(areDistinct(ids), 'agreement.suggestion-duplicated', { at: ['adoptedSuggestions'] });
  for (const [index, suggestion] of adoptedSuggestions.entries()) {
    const { suggestionId, title, baseline, expectedEffect, measure } = suggestion;
    demand(isOwnName(suggestionId), 'agreement.bad-suggestion-id', {
      at: ['adoptedSuggestions', index, 'suggestionId'],
    });
    demand(![title, baseline, expectedEffect, measure].some(isBlank), 'agreement.suggestion-incomplete', {
      at: ['adoptedSuggestions', index],
    });
  }
};

const linePolicies: readonly LinePolicy[] = [
  linesAreNamed,
  linesNameADuty,
  linesHaveSomebodyAccountable,
  linesHaveOnlyOneAccountable,
  accountablePersonsAreNamed,
  linesSayWhenTheyAreDone,
  linesSayWhatIsCounted,
  volumesAreBounded,
  rulesAreKnown,
  stepsFillAnHour,
  carryOverIsBounded,
  pricesAreAmounts,
  pricesAreInTheCurrency,
  theBusinessIsNotChargedForItself,
];

const everyLine: TermsPolicy = (terms) => {
  for (const [index, line] of terms.lines.entries()) {
    for (const policy of linePolicies) policy(line, ['lines', index], terms);
  }
};

/** The rules for what both sides may write into an agreement. Paths are those of the terms. */
export const termsPolicies: readonly TermsPolicy[] = [
  hasSomeLines,
  theCurrencyIsKnown,
  everyLine,
  lineIdsAreUnique,
  oneOrTwoChannels,
  theZoneIsKnown,
  datesExist,
  datesAreOrdered,
  theHorizonIsBounded,
  runsAreBounded,
  theResponseTargetIsBounded,
  silenceIsBounded,
  cancellationIsBounded,
  noticeIsBounded,
  thePaymentIsWhole,
  invoicingIsWithinTheLaw,
  theHourlyRateIsAnAmount,
  suggestionsAreMeasurable,
];
