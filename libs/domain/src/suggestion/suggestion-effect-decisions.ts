import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact } from '../policy.js';
import {
  type SuggestionMetric,
  suggestionBounds,
  suggestionOf,
  type SuggestionTarget,
} from '../proposal/suggestion.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';
import {
  type BeginEffect,
  effectDays,
  type EffectMeasured,
  type EffectSource,
  type EffectVerdict,
  type SuggestionEffect,
  type SuggestionEffectCommand,
  type SuggestionEffectFact,
  type TellEffect,
} from './suggestion-effect.js';

/** What one works by from now on is looked at again after thirty days. */
export function decideEffect({ effectId, engagement, suggestion, from }: BeginEffect): SuggestionEffectFact[] {
  const { engagementId, businessId, agencyId, assistantId } = engagement;
  const dueAt = instantOf(instantMs(from) + effectDays * dayMs);
  const parties = { engagementId, businessId, agencyId, assistantId };
  const effect = {
    status: 'running' as const,
    effectId,
    ...parties,
    suggestion: suggestionOf(suggestion),
    from,
    dueAt,
  };
  return [{ type: 'effectBegun', effect }];
}

/** @throws DomainError `suggestion-effect.…` */
export const decideAboutEffect = (command: SuggestionEffectCommand, effect: SuggestionEffect): SuggestionEffectFact[] =>
  decideBy(deciders, command, effect);

const deciders: Deciders<SuggestionEffectCommand, SuggestionEffect, SuggestionEffectFact> = {
  /** Whoever comes before the day, or again, changes nothing. */
  measureEffect({ counted, now }, effect) {
    if (effect.status !== 'running' || now < effect.dueAt) return [];
    const { target } = effect.suggestion;
    const source = target && sourceOf[target.metric];
    if (counted === null || !target || !source) return [{ type: 'effectAskedFor', since: now }];
    return [measured(counted, verdictOf(target, counted), source, now)];
  },
  tellEffect(command, effect) {
    demand(command.by.organisationId === effect.businessId, 'suggestion-effect.not-the-business');
    demand(effect.status !== 'running', 'suggestion-effect.too-soon', { dueAt: effect.dueAt });
    demand(effect.status === 'due', 'suggestion-effect.measured-already');
    return [toldEffect(command, effect.suggestion.target)];
  },
};

/** From where a figure is counted; null where the business has to say it. */
const sourceOf: Readonly<Record<SuggestionMetric, EffectSource | null>> = {
  'response-median': 'response-time',
  'response-p90': 'response-time',
  'run-minutes': 'duty-runs',
  'runs-on-time': 'duty-runs',
  'runs-accepted-first-time': 'duty-runs',
  number: null,
};

function toldEffect({ value, verdict, now }: TellEffect, target: SuggestionTarget | undefined): EffectMeasured {
  if (target === undefined) {
    demand(value === null, 'suggestion-effect.no-figure-named', { at: ['value'] });
    demand(verdict !== null, 'suggestion-effect.verdict-missing', { at: ['verdict'] });
    return measured(null, verdict, 'business', now);
  }
  demand(verdict === null, 'suggestion-effect.verdict-follows', { at: ['verdict'] });
  demand(value !== null, 'suggestion-effect.value-missing', { at: ['value'] });
  const isFigure = Number.isSafeInteger(value) && value >= 0 && value <= suggestionBounds.highestFigure;
  demand(isFigure, 'suggestion-effect.value-out-of-range', { at: ['value'], to: suggestionBounds.highestFigure });
  return measured(value, verdictOf(target, value), 'business', now);
}

const measured = (
  value: number | null,
  verdict: EffectVerdict,
  source: EffectSource,
  measuredAt: string,
): EffectMeasured => ({ type: 'effectMeasured', value, verdict, source, measuredAt });

/** Which way is better follows from what was expected. */
export function verdictOf({ baseline, expected }: SuggestionTarget, value: number): EffectVerdict {
  const way = Math.sign(expected - baseline);
  if ((value - expected) * way >= 0) return 'reached';
  return (value - baseline) * way > 0 ? 'improved' : 'not-improved';
}

export function evolveEffect(effect: SuggestionEffect | null, fact: SuggestionEffectFact): SuggestionEffect {
  if (fact.type === 'effectBegun') return effect ? unexpectedFact(fact, effect.status) : fact.effect;
  if (effect === null || effect.status === 'measured') return unexpectedFact(fact, effect?.status ?? 'nothing');
  const { effectId, engagementId, businessId, agencyId, assistantId, suggestion, from, dueAt } = effect;
  const known = { effectId, engagementId, businessId, agencyId, assistantId, suggestion, from, dueAt };
  switch (fact.type) {
    case 'effectAskedFor':
      return { ...known, status: 'due', since: fact.since };
    case 'effectMeasured': {
      const { value, verdict, source, measuredAt } = fact;
      return { ...known, status: 'measured', value, verdict, source, measuredAt };
    }
    default:
      return fact satisfies never;
  }
}
