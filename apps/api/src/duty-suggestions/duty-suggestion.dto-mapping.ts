import type { DutySuggestionsDto, SuggestedDutyDto } from '#contracts';
import type { OfferedDuties } from '#domain';
import { accepted, Answer } from '#platform/http';
import type { DutySuggestion } from './duty-suggestion.store.js';

/** With the duties' wording in the language of the words, and the words themselves as they were asked. */
export function dutySuggestionsDto(
  { id, text, language, suggested, correctedDutyCodes }: DutySuggestion,
  duties: OfferedDuties,
): DutySuggestionsDto {
  if (suggested === null) {
    return { id, status: 'pending', language, abstained: false, items: [], correctedDutyCodes };
  }
  const wording = language ?? suggested.language;
  const items = suggested.items.flatMap(({ dutyCode, confidence, evidence }): SuggestedDutyDto[] => {
    const duty = duties.duty(dutyCode);
    // A matcher of a newer release may know duties that this one doesn't, and one may be retired since.
    if (duty === undefined || duty.retired) return [];
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
  duties: OfferedDuties,
  location: string,
  status: 200 | 201,
): Answer<DutySuggestionsDto> {
  const dto = dutySuggestionsDto(suggestion, duties);
  if (suggestion.suggested === null) return accepted(dto, location);
  return status === 201 ? new Answer(dto, { location }, 201) : new Answer(dto);
}
