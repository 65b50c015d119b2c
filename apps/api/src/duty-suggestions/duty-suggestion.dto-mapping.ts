import type { DutySuggestionsDto, SuggestedDutyDto } from '#contracts';
import { catalogueDuties } from '#domain';
import { accepted, Answer } from '#platform/http';
import type { DutySuggestion } from './duty-suggestion.store.js';

const dutiesByCode = new Map(catalogueDuties.map((duty) => [duty.code, duty]));

/** With the duties' wording in the language of the words, and the words themselves as they were asked. */
export function dutySuggestionsDto({
  id,
  text,
  language,
  suggested,
  correctedDutyCodes,
}: DutySuggestion): DutySuggestionsDto {
  if (suggested === null) {
    return { id, status: 'pending', language, abstained: false, items: [], correctedDutyCodes };
  }
  const wording = language ?? suggested.language;
  const items = suggested.items.flatMap(({ dutyCode, confidence, evidence }): SuggestedDutyDto[] => {
    const duty = dutiesByCode.get(dutyCode);
    // A matcher of a newer release may know duties that this one doesn't.
    if (duty === undefined) return [];
    return [
      {
        dutyCode,
        label: duty.label[wording],
        unit: duty.unit[wording],
        doneCriterion: duty.doneCriterion[wording],
        confidence,
        evidence: evidence.map(({ start, end }) => ({ start, end, words: text.slice(start, end) })),
      },
    ];
  });
  return { id, status: 'suggested', language: wording, abstained: suggested.abstained, items, correctedDutyCodes };
}

/** 202 with the place of the answer while there is none. */
export function dutySuggestionsAnswer(
  suggestion: DutySuggestion,
  location: string,
  status: 200 | 201,
): Answer<DutySuggestionsDto> {
  const dto = dutySuggestionsDto(suggestion);
  if (suggestion.suggested === null) return accepted(dto, location);
  return status === 201 ? new Answer(dto, { location }, 201) : new Answer(dto);
}
