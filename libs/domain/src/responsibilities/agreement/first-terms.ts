import { isBlank } from '#text';
import type { CatalogueLanguage } from '../../catalogue/catalogue.js';
import type { OfferedDuties, OfferedDuty } from '../../catalogue/offered-duty.js';
import { withChanges } from '../../changes.js';
import type { Currency } from '../../billing/money/currency.js';
import { divideHalfEven, type Money, moneyOf, priceOfMinutes, zero } from '../../billing/money/money.js';
import type { Need, NeedLine, PostedNeed } from '../../need/need.js';
import { type StandingTerms, usualStandingTerms } from '../../organisation/standing-terms.js';
import { demand } from '../../policy.js';
import type { AcceptedProposal } from '../../proposal/proposal.js';
import type { HolidayCalendar } from '../../time/holidays.js';
import { periodsOfTerm } from '../../time/periods.js';
import type { Suggestion } from '../../proposal/suggestion.js';
import type { ListingDetails } from '../../supply/assistant.js';
import type { TermsDraft } from './agreement-terms.js';
import type { DutyLineDraft } from './duty-line.js';

/** What the business chooses when it takes a proposal or a listing; the rest follows from the need. */
export interface TermsChoice {
  /** Lines that a named person of the business answers for, at no price; all others are the assistant's. */
  readonly keptByBusiness: readonly { readonly lineId: string; readonly personName: string }[];
  readonly responseTargetMinutes: number;
  readonly freeCancellationHours: number;
  readonly lateFeeBps: number;
  readonly silenceAcceptsAfterHours: number;
  /** Days between a notice and the last day; none where either side may end it at once. */
  readonly noticeDays: number;
  /** Whose public holidays put off what is due; null where none do. */
  readonly holidays: HolidayCalendar | null;
}

/** What holds where the business chooses nothing else. */
export const usualTerms: TermsChoice = choiceOf(usualStandingTerms);

/** What the business chose, and what is usual for the rest. */
export function termsChoice(chosen: Partial<TermsChoice>, usual: TermsChoice = usualTerms): TermsChoice {
  const { keptByBusiness, responseTargetMinutes, freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours } = chosen;
  const { noticeDays, holidays } = chosen;
  return withChanges(usual, {
    noticeDays,
    holidays,
    keptByBusiness,
    responseTargetMinutes,
    freeCancellationHours,
    lateFeeBps,
    silenceAcceptsAfterHours,
  });
}

/**
 * What the business chose for an instant agreement, and the agency's standing terms for the rest. It may choose what binds
 * the agency to less, and not to more.
 * @throws DomainError `agreement.beyond-standing-terms`
 */
function instantChoice(chosen: Partial<TermsChoice>, standing: StandingTerms): TermsChoice {
  const choice = termsChoice(chosen, choiceOf(standing));
  for (const name of ['responseTargetMinutes', 'freeCancellationHours', 'lateFeeBps'] as const) {
    demand(choice[name] >= standing[name], 'agreement.beyond-standing-terms', { at: [name], least: standing[name] });
  }
  // A notice binds the agency, too, and no standing term speaks of one.
  demand(choice.noticeDays === 0, 'agreement.beyond-standing-terms', { at: ['noticeDays'], most: 0 });
  const most = standing.silenceAcceptsAfterHours;
  const details = { at: ['silenceAcceptsAfterHours'], most };
  demand(choice.silenceAcceptsAfterHours <= most, 'agreement.beyond-standing-terms', details);
  return choice;
}

function choiceOf(standing: StandingTerms): TermsChoice {
  const { responseTargetMinutes, freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours } = standing;
  return {
    keptByBusiness: [],
    responseTargetMinutes,
    freeCancellationHours,
    lateFeeBps,
    silenceAcceptsAfterHours,
    noticeDays: 0,
    holidays: null,
  };
}

/** Only what agencies and assistants were told of becomes an agreement. @throws DomainError `agreement.need-not-posted` */
export function postedNeed(need: Need): PostedNeed {
  demand(need.status === 'posted', 'agreement.need-not-posted', { status: need.status });
  return need;
}

/**
 * At the prices of a proposal, with the suggestions that the business adopted of it and before.
 * @throws DomainError as `firstTerms` does
 */
export function termsOfProposal(
  need: PostedNeed,
  proposal: AcceptedProposal,
  adoptedBefore: readonly Suggestion[],
  choice: TermsChoice,
  duties: OfferedDuties,
): TermsDraft {
  const prices = new Map(proposal.lines.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
  const priceOf = (lineId: string): Money => {
    const price = prices.get(lineId);
    if (!price) throw new Error(`proposal ${proposal.proposalId} has no price for the line ${lineId}`);
    return price;
  };
  const { currency } = priceOf(need.lines[0]?.lineId ?? '');
  const adopted = proposal.suggestions.filter(({ suggestionId }) =>
    proposal.adoptedSuggestionIds.includes(suggestionId),
  );
  const offered: UnitPrices = { currency, hourlyRate: null, of: ({ lineId }) => priceOf(lineId) };
  return firstTerms(need, offered, choice, [...adoptedBefore, ...adopted], duties);
}

/**
 * At a listing's hourly rate and the minutes that the catalogue gives a unit, done when the catalogue says so: the agency
 * hasn't read the need's own words. @throws DomainError as `firstTerms` and `instantChoice` do
 */
export function termsOfListing(
  need: PostedNeed,
  { hourlyRate }: Pick<ListingDetails, 'hourlyRate'>,
  adoptedBefore: readonly Suggestion[],
  chosen: Partial<TermsChoice>,
  standing: StandingTerms,
  duties: OfferedDuties,
): TermsDraft {
  const { mostMinutesPerWeek, leastNoticeHours } = standing;
  const lines = need.lines.map((line) => ({ ...line, doneCriterion: '' }));
  const prices: UnitPrices = {
    currency: hourlyRate.currency,
    hourlyRate,
    of: ({ asNeeded }, { indicativeMinutes }) =>
      asNeeded === true ? hourlyRate : priceOfMinutes(hourlyRate, indicativeMinutes),
  };
  const terms = firstTerms({ ...need, lines }, prices, instantChoice(chosen, standing), adoptedBefore, duties);
  return { ...terms, instantLimits: { mostMinutesPerWeek, leastNoticeHours } };
}

/** What one unit of a line costs, or one hour of a line as needed. */
export interface UnitPrices {
  readonly currency: Currency;
  /** What an hour costs, where the prices are made of it; null where they are not. */
  readonly hourlyRate: Money | null;
  of(line: NeedLine, duty: OfferedDuty): Money;
}

/**
 * The terms of a first version, out of what the need says. Duties are worded as the catalogue words them, in the
 * need's language; where the need has a done criterion of its own, that one counts.
 * @throws DomainError `agreement.kept-line-unknown`, `agreement.kept-line-duplicated`, `agreement.line-without-duty`
 */
export function firstTerms(
  need: PostedNeed,
  prices: UnitPrices,
  choice: TermsChoice,
  adoptedSuggestions: readonly Suggestion[],
  duties: OfferedDuties,
): TermsDraft {
  const keepers = keepersOf(need, choice);
  const lines = need.lines.map((line, index) => lineOf(line, index, { need, prices, keepers, duties }));
  return {
    lines,
    channels: need.channels,
    responseTargetMinutes: choice.responseTargetMinutes,
    freeCancellationHours: choice.freeCancellationHours,
    lateFeeBps: choice.lateFeeBps,
    silenceAcceptsAfterHours: choice.silenceAcceptsAfterHours,
    noticeDays: choice.noticeDays,
    ...(choice.holidays && { holidays: choice.holidays }),
    hourlyRate: prices.hourlyRate ?? hourlyRateOf(need, lines, prices.currency, duties),
    startsOn: need.startsOn,
    endsOn: need.endsOn,
    timeZone: need.hours.timeZone,
    currency: prices.currency,
    adoptedSuggestions,
  };
}

function keepersOf(need: PostedNeed, { keptByBusiness }: TermsChoice): ReadonlyMap<string, string> {
  const keepers = new Map<string, string>();
  for (const [index, { lineId, personName }] of keptByBusiness.entries()) {
    const at = ['keptByBusiness', index, 'lineId'];
    const known = need.lines.some((line) => line.lineId === lineId);
    demand(known, 'agreement.kept-line-unknown', { at, lineId });
    demand(!keepers.has(lineId), 'agreement.kept-line-duplicated', { at, lineId });
    keepers.set(lineId, personName);
  }
  return keepers;
}

/**
 * What an hour of the agreed work costs: the prices of all units in the term over the minutes that the catalogue gives them,
 * rounded half to even. Nothing where the business answers for every line itself.
 */
function hourlyRateOf(
  need: PostedNeed,
  lines: readonly DutyLineDraft[],
  currency: Currency,
  duties: OfferedDuties,
): Money {
  const periods = periodsOfTerm(need);
  let [price, minutes] = [0n, 0n];
  for (const { dutyCode, volume, unitPrice, accountable, asNeeded, ...line } of lines) {
    if (accountable.some(({ party }) => party === 'business')) continue;
    const units = BigInt(volume) * BigInt(periods(line).length);
    price += units * BigInt(unitPrice.amountMinor);
    minutes += units * BigInt(asNeeded ? 60 : (duties.duty(dutyCode)?.indicativeMinutes ?? 0));
  }
  return minutes === 0n ? zero(currency) : moneyOf(divideHalfEven(price * 60n, minutes), currency);
}

const anHour: Readonly<Record<CatalogueLanguage, string>> = { en: 'hour', es: 'hora', ca: 'hora' };
const usualStepMinutes = 15;

interface LinesContext {
  readonly need: PostedNeed;
  readonly prices: UnitPrices;
  readonly keepers: ReadonlyMap<string, string>;
  readonly duties: OfferedDuties;
}

function lineOf(line: NeedLine, index: number, { need, prices, keepers, duties }: LinesContext): DutyLineDraft {
  const { lineId, dutyCode, volume, cadence, doneCriterion, asNeeded } = line;
  const duty = duties.duty(dutyCode);
  demand(duty !== undefined, 'agreement.line-without-duty', { at: ['lines', index, 'dutyCode'], dutyCode });
  const language = need.words?.language ?? 'en';
  const keeper = keepers.get(lineId);
  return {
    lineId,
    dutyCode,
    description: duty.label[language],
    doneCriterion: isBlank(doneCriterion) ? duty.doneCriterion[language] : doneCriterion,
    unit: asNeeded === true ? anHour[language] : duty.unit[language],
    volume,
    cadence,
    accountable: [keeper === undefined ? { party: 'assistant' } : { party: 'business', personName: keeper }],
    unitPrice: keeper === undefined ? prices.of(line, duty) : zero(prices.currency),
    ...(asNeeded === true && { asNeeded: { stepMinutes: usualStepMinutes } }),
    ...(keeper === undefined && { mode: duty.mode }),
  };
}
