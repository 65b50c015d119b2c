import {
  type Currency,
  demand,
  type DutyLineDraft,
  type Money,
  type NeedLine,
  type OfferedDuty,
  type PostedNeed,
  type Suggestion,
  type TermsDraft,
} from '#domain';
import type { Duties } from '../catalogue/duty-catalogue.js';

/** What the business chooses when it takes a proposal or a listing; the rest follows from the need. */
export interface TermsChoice {
  /** Lines that a named person of the business answers for, at no price; all others are the assistant's. */
  readonly keptByBusiness: readonly { readonly lineId: string; readonly personName: string }[];
  readonly responseTargetMinutes: number;
  readonly freeCancellationHours: number;
  readonly lateFeeBps: number;
  readonly silenceAcceptsAfterHours: number;
}

/** What one unit of a line costs. */
export interface UnitPrices {
  readonly currency: Currency;
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
  duties: Duties,
): TermsDraft {
  const keepers = keepersOf(need, choice);
  return {
    lines: need.lines.map((line, index) => lineOf(line, index, { need, prices, keepers, duties })),
    channels: need.channels,
    responseTargetMinutes: choice.responseTargetMinutes,
    cancellation: { freeUntilHours: choice.freeCancellationHours, lateFeeBps: choice.lateFeeBps },
    silenceAcceptsAfterHours: choice.silenceAcceptsAfterHours,
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

interface LinesContext {
  readonly need: PostedNeed;
  readonly prices: UnitPrices;
  readonly keepers: ReadonlyMap<string, string>;
  readonly duties: Duties;
}

function lineOf(line: NeedLine, index: number, { need, prices, keepers, duties }: LinesContext): DutyLineDraft {
  const { lineId, dutyCode, volume, cadence, doneCriterion } = line;
  const duty = duties.duty(dutyCode);
  demand(duty !== undefined, 'agreement.line-without-duty', { at: ['lines', index, 'dutyCode'], dutyCode });
  const language = need.words?.language ?? 'en';
  const keeper = keepers.get(lineId);
  return {
    lineId,
    dutyCode,
    description: duty.label[language],
    doneCriterion: doneCriterion.trim() === '' ? duty.doneCriterion[language] : doneCriterion,
    unit: duty.unit[language],
    volume,
    cadence,
    accountable: [keeper === undefined ? { party: 'assistant' } : { party: 'business', personName: keeper }],
    unitPrice: keeper === undefined ? prices.of(line, duty) : { amountMinor: 0, currency: prices.currency },
  };
}
