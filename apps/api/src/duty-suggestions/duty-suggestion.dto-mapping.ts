import type { DutiesSuggestedV1, DutySuggestionsDto, GroupChoiceDto, SuggestedDutyDto } from '#contracts';
import type { CatalogueLanguage, DutyGroup, OfferedDuties } from '#domain';
import { groupQuestions } from '#knowledge/catalogue';
import { accepted, Answer } from '#platform/http';
import type { DutySuggestion } from './duty-suggestion.store.js';
import { whyNone } from './why-none.js';

/** With the duties' wording in the language of the words, and the words themselves as they were asked. */
export function dutySuggestionsDto(
  { id, text, language, suggested, correctedDutyCodes }: DutySuggestion,
  duties: OfferedDuties,
): DutySuggestionsDto {
  if (suggested === null) {
    return {
      id,
      status: 'pending',
      language,
      abstained: false,
      reason: null,
      choices: [],
      items: [],
      correctedDutyCodes,
    };
  }
  const understood = language ?? suggested.language;
  const wording = understood ?? 'en';
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
  // What was suggested before the event said null says why alone.
  const isOther = suggested.because === 'other-language';
  return {
    id,
    status: 'suggested',
    language: isOther ? null : understood,
    abstained: suggested.abstained,
    // A matcher of an older release doesn't say why.
    reason: suggested.abstained ? whyNone(suggested.because ?? 'unclear', isOther ? 'en' : wording) : null,
    choices: choicesOf(suggested, wording, duties),
    items,
    correctedDutyCodes,
  };
}

function choicesOf(
  { groups = [] }: DutiesSuggestedV1,
  wording: CatalogueLanguage,
  duties: OfferedDuties,
): GroupChoiceDto[] {
  return groups.flatMap(({ group, dutyCodes }) => {
    const question = groupQuestions.get(group as DutyGroup);
    if (question === undefined) return [];
    const offered = dutyCodes.flatMap((dutyCode) => {
      const duty = duties.duty(dutyCode);
      return duty === undefined || duty.retired ? [] : [{ dutyCode, label: duty.label[wording] }];
    });
    return [{ group, question: question[wording], duties: offered }];
  });
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
