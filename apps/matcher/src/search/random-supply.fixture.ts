import {
  type AgencyId,
  type AssistantId,
  CalendarCache,
  type Candidate,
  type Currency,
  type ExchangeRates,
  judge,
  type MatchingContext,
  type NeedToMatch,
  prepareNeed,
  rank,
  type RankingLimits,
  rankingOrder,
  scoreOf,
  type Shortlist,
} from '#domain';
import { aCandidate, aNeed, type Dice } from '../../../../libs/domain/src/matching/random-market.fixture.js';
import type { AgencyFacts } from './columns/agency-table.js';
import { type ListedAssistant, SupplyColumns } from './columns/supply-columns.js';
import { SupplyRanking } from './supply-ranking.js';
import { SharedCalendars } from './shared-calendars.js';

export const rates: ExchangeRates = { asOf: '2026-02-01', inEuro: { USD: 0.92, GBP: 1.17, JPY: 0.0061 } };
const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'AED'] as const satisfies readonly Currency[];

const idOf = (kind: number, number: number): string =>
  `0190${kind}000-0000-7000-8000-${(number * 0x1_0001).toString(16).padStart(12, '0')}`;
export const assistantIdOf = (number: number): AssistantId => idOf(1, number) as AssistantId;
export const agencyIdOf = (number: number): AgencyId => idOf(2, number) as AgencyId;
/** Of the fixture's `agency-7`. */
const agencyNumbered = (name: string): AgencyId => agencyIdOf(Number(name.slice(name.lastIndexOf('-') + 1)));

/** The same supply twice: in columns to search in, and as plain facts to look at one by one. */
export class TwofoldSupply {
  readonly columns = new SupplyColumns(rates);
  private readonly assistants = new Map<string, ListedAssistant>();
  private readonly agencies = new Map<string, AgencyFacts>();
  private readonly ranking = new SupplyRanking(this.columns, new SharedCalendars());
  private changes = 0;
  private readonly calendars = new CalendarCache();

  put(facts: ListedAssistant): void {
    const assistant = { ...facts, calendarVersion: (this.changes += 1) };
    this.assistants.set(assistant.assistantId, assistant);
    this.columns.put(assistant);
  }

  remove(assistantId: string): void {
    this.assistants.delete(assistantId);
    this.columns.remove(assistantId);
  }

  setAgency(agencyId: string, facts: AgencyFacts): void {
    this.agencies.set(agencyId, facts);
    this.columns.setAgency(agencyId, facts);
  }

  candidates(): Candidate[] {
    return [...this.assistants.values()].map((assistant) => {
      const { status, responses } = this.agencies.get(assistant.agencyId) ?? {
        status: 'registered',
        responses: { answered: 0, missed: 0 },
      };
      return { ...assistant, agencyStatus: status, responses };
    });
  }

  found(need: NeedToMatch, context: MatchingContext, limits?: RankingLimits): Shortlist {
    return this.ranking.rank(need, context, limits);
  }

  /** By looking at everybody. */
  expected(need: NeedToMatch, context: MatchingContext, limits?: RankingLimits): Shortlist {
    return rank(need, this.candidates(), context, this.calendars, limits);
  }

  foundBest(need: NeedToMatch, context: MatchingContext, most: number): AssistantId[] {
    const best = this.ranking.best(prepareNeed(need, context), context, most);
    return best.map(({ assistantId }) => assistantId);
  }

  /** By looking at everybody. */
  expectedBest(need: NeedToMatch, context: MatchingContext, most: number): AssistantId[] {
    const prepared = prepareNeed(need, context);
    const matches = this.candidates().flatMap((candidate) => {
      const { failed, overlap } = judge(prepared, candidate, context.rates, this.calendars);
      if (failed.length > 0 || overlap === null) return [];
      return [{ candidate, score: scoreOf(prepared, candidate, overlap, context) }];
    });
    const best = matches.sort(rankingOrder(prepared, context)).slice(0, most);
    return best.map(({ candidate }) => candidate.assistantId);
  }
}

/** Somebody with a number, in more currencies and now and then with codes that nobody else has. */
export function anAssistant(dice: Dice, number: number): ListedAssistant {
  const { agencyStatus: _status, responses: _responses, ...assistant } = aCandidate(dice, `assistant-${number}`);
  const currency = dice.pick(currencies);
  const amountMinor = currency === 'JPY' ? dice.between(900, 3_500) : assistant.hourlyRate.amountMinor;
  return {
    ...assistant,
    assistantId: assistantIdOf(number),
    agencyId: agencyNumbered(assistant.agencyId),
    hourlyRate: { amountMinor, currency },
    dutyCodes: dice.isOneOf(8) ? [...assistant.dutyCodes, `imported-${dice.between(1, 5)}`] : assistant.dutyCodes,
    skills: dice.isOneOf(10) ? [] : assistant.skills,
  };
}

export const anAgency = (dice: Dice): AgencyFacts => ({
  status: dice.isOneOf(12) ? dice.pick(['suspended', 'registered']) : 'verified',
  responses: { answered: dice.between(0, 20), missed: dice.between(0, 10) },
});

/** A need that may name duties and agencies that nobody knows. */
export function aNeedToFill(dice: Dice): NeedToMatch {
  const need = aNeed(dice);
  const [first, ...others] = need.lines;
  const lines = dice.isOneOf(6) ? [...others, { ...first!, dutyCode: `imported-${dice.between(1, 7)}` }] : need.lines;
  return {
    ...need,
    lines: lines.map((line) => (dice.isOneOf(12) ? { ...line, importance: line.importance * 5 } : line)),
    excludedAgencyIds: [...need.excludedAgencyIds.map(agencyNumbered), ...(dice.isOneOf(9) ? [agencyIdOf(999)] : [])],
  };
}

/** A time between winter and the last of the changes of the clocks. */
export const aContext = (dice: Dice): MatchingContext => ({
  rates,
  marketplaceQuality: dice.between(500, 900) / 1_000,
  now: new Date(Date.parse('2026-02-20T08:00:00Z') + dice.between(0, 40 * 1_440) * 60_000).toISOString(),
});
