import { every } from '../every.js';
import type { Brand, EngagementId } from '../ids.js';
import type { Party } from '../organisation/party.js';
import type { Suggestion } from '../proposal/suggestion.js';
import type { WorkParties } from '../work-parties.js';

export type SuggestionEffectId = Brand<string, 'SuggestionEffectId'>;

/** After so many days of work by it a suggestion is measured. */
export const effectDays = 30;

/** As expected or better, better than before, or neither. */
export const effectVerdicts = ['reached', 'improved', 'not-improved'] as const;
export type EffectVerdict = (typeof effectVerdicts)[number];
export const effectSources = ['response-time', 'duty-runs', 'business'] as const;
export type EffectSource = (typeof effectSources)[number];

/** What became of a suggestion that is part of an agreement. */
interface EffectOfSuggestion extends WorkParties {
  readonly effectId: SuggestionEffectId;
  readonly engagementId: EngagementId;
  readonly suggestion: Suggestion;
  /** Since when one works by it, and when it is measured. */
  readonly from: string;
  readonly dueAt: string;
}
export interface RunningEffect extends EffectOfSuggestion {
  readonly status: 'running';
}
/** Nothing, or too little, could be counted: the business is asked what came of it. */
export interface DueEffect extends EffectOfSuggestion {
  readonly status: 'due';
  readonly since: string;
}
export interface MeasuredEffect extends EffectOfSuggestion {
  readonly status: 'measured';
  /** In the unit of the target; null where the suggestion named none. */
  readonly value: number | null;
  readonly verdict: EffectVerdict;
  readonly source: EffectSource;
  readonly measuredAt: string;
}
export type SuggestionEffect = RunningEffect | DueEffect | MeasuredEffect;
export const suggestionEffectStatuses = every<SuggestionEffect['status']>({
  running: true,
  due: true,
  measured: true,
});

export interface BeginEffect {
  readonly type: 'beginEffect';
  readonly effectId: SuggestionEffectId;
  readonly engagement: WorkParties & Pick<EffectOfSuggestion, 'engagementId'>;
  readonly suggestion: Suggestion;
  /** The first instant of the term, or when its change order was accepted. */
  readonly from: string;
}
/** The days are over. */
export interface MeasureEffect {
  readonly type: 'measureEffect';
  /** Null where there is too little to count, or nothing that can be counted. */
  readonly counted: number | null;
  readonly now: string;
}
/** The business says what came of it: the figure, or in a word where no figure was named. */
export interface TellEffect {
  readonly type: 'tellEffect';
  readonly by: Party;
  readonly value: number | null;
  readonly verdict: EffectVerdict | null;
  readonly now: string;
}
export type SuggestionEffectCommand = MeasureEffect | TellEffect;

export type EffectBegun = { readonly type: 'effectBegun'; readonly effect: RunningEffect };
export type EffectAskedFor = { readonly type: 'effectAskedFor'; readonly since: string };
export type EffectMeasured = {
  readonly type: 'effectMeasured';
  readonly value: number | null;
  readonly verdict: EffectVerdict;
  readonly source: EffectSource;
  readonly measuredAt: string;
};
export type SuggestionEffectFact = EffectBegun | EffectAskedFor | EffectMeasured;
