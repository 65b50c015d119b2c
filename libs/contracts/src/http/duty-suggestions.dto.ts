import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ArrayUnique } from './array-unique.js';
import { catalogueDtoLanguages } from './catalogue.dto.js';
import { Fraction } from './fraction.js';

export class AskDutySuggestionsDto {
  /** The trouble in plain words: English, Spanish, Catalan, or a mix. */
  @IsString() @Length(3, 4000) text!: string;
  @IsOptional() @IsIn(catalogueDtoLanguages) language?: (typeof catalogueDtoLanguages)[number];
}

/** The words that led to a suggestion: the slice `[start, end)` of the given text, in UTF-16 code units. */
export class EvidenceDto {
  start!: number;
  end!: number;
  words!: string;
}

export class SuggestedDutyDto {
  dutyCode!: string;
  label!: string;
  unit!: string;
  doneCriterion!: string;
  /** 0 to 1. */
  @Fraction() confidence!: number;
  evidence!: EvidenceDto[];
}

/** Why nothing is suggested: the words don't tell, are in another language, or ask for what nobody here is to do. */
export class NoSuggestionDto {
  code!: 'unclear' | 'other-language' | 'fraud';
  /** A sentence for whoever asked. */
  detail!: string;
}

export class DutyChoiceDto {
  dutyCode!: string;
  label!: string;
}

/** A question that is asked back, and the duties of its group that come nearest. */
export class GroupChoiceDto {
  group!: string;
  question!: string;
  duties!: DutyChoiceDto[];
}

export class DutySuggestionsDto {
  id!: string;
  /** `pending` until the matcher has answered; the fields below are empty till then. */
  status!: 'pending' | 'suggested';
  /** The language that the labels are in: the given one, or the one that was recognised; null where it is none of these. */
  language!: (typeof catalogueDtoLanguages)[number] | null;
  /** True when the words don't tell which duty is meant; `items` is empty then. */
  abstained!: boolean;
  /** Why `items` is empty; null where something is suggested. */
  reason!: NoSuggestionDto | null;
  /** Where the words don't tell: up to three groups to choose from, likeliest first. */
  choices!: GroupChoiceDto[];
  items!: SuggestedDutyDto[];
  /** What the words were about, as whoever asked said later; null when nobody did. */
  correctedDutyCodes!: string[] | null;
}

/** The duties that the words were about after all; none means that no duty of the catalogue fits. */
export class CorrectDutySuggestionsDto {
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  dutyCodes!: string[];
}
