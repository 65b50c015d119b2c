import type { SuggestionDto, SuggestionTargetDto } from '#contracts';
import { type Suggestion, suggestionOf, type SuggestionTarget } from '#domain';

export const suggestionDto = (suggestion: Suggestion): SuggestionDto => suggestionOf(suggestion) as SuggestionDto;

export const targetOf = ({ metric, dutyCode, unit, baseline, expected }: SuggestionTargetDto): SuggestionTarget => ({
  metric,
  dutyCode: dutyCode ?? null,
  unit: unit ?? null,
  baseline,
  expected,
});

/** As an agency writes it in a proposal. */
export const writtenSuggestion = ({ target, ...suggestion }: SuggestionDto): Suggestion =>
  suggestionOf({ ...suggestion, target: target && targetOf(target) });
