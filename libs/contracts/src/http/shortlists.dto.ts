import { MoneyDto } from './shared-shapes.dto.js';
import { Fraction } from './fraction.js';

export class ScorePartDto {
  part!: string;
  @Fraction() weight!: number;
  /** What the part gives; the points of all parts add up to the score. */
  @Fraction() points!: number;
}

export class SkillMatchDto {
  skillCode!: string;
  /** Null when the assistant doesn't list the skill. */
  level!: number | null;
  minLevel!: number;
  reached!: boolean;
  /** Nobody is listed here without the required ones; null in shortlists of before the difference was made. */
  required!: boolean | null;
}

/** Minutes under each ISO weekday, Monday first. */
export class MinutesByWeekdayDto {
  inNeedZone!: number[];
  inAssistantZone!: number[];
}

/** A stretch that both share of the first week with all the asked hours, on both clocks. */
export class SharedHoursDto {
  /** ISO weekday and local times in the need's zone. */
  weekday!: number;
  start!: string;
  end!: string;
  assistantWeekday!: number;
  assistantStart!: string;
  assistantEnd!: string;
  minutes!: number;
}

export class ReviewSummaryDto {
  count!: number;
  /** 1 to 5; null without reviews. */
  @Fraction() mean!: number | null;
}

/** Work of the last year that was done or should have been, over all engagements. */
export class WorkSummaryDto {
  runs!: number;
  onTime!: number;
  /** 0 to 1; null without any. */
  @Fraction() share!: number | null;
}

/** Why an assistant is where she is: the computation itself. */
export class ExplanationDto {
  parts!: ScorePartDto[];
  matchedDuties!: string[];
  missingDuties!: string[];
  skills!: SkillMatchDto[];
  sharedHours!: SharedHoursDto[];
  minutesByWeekday!: MinutesByWeekdayDto;
  /** Shared minutes over the whole term, out of those asked for. */
  sharedMinutes!: number;
  askedMinutes!: number;
  /** Shared minutes of the week that has least of them, and what that week asks for. */
  worstWeekMinutes!: number;
  requiredWeekMinutes!: number;
  hourlyRate!: MoneyDto;
  hourlyRateCap!: MoneyDto;
  reviews!: ReviewSummaryDto;
  /** Null in shortlists from before it was counted. */
  work!: WorkSummaryDto | null;
}

/** Of the public listing; null for whoever is no longer listed. */
export class ListedAsDto {
  displayName!: string | null;
  professionalTitle!: string | null;
  agencyName!: string | null;
}

/** The tenth place went to a newcomer by lot, so that somebody without reviews is seen now and then. */
export class NewcomerSlotDto {
  /** How probable it was that this very newcomer got the place, 0 to 1. */
  @Fraction() chance!: number;
}

/** What came of the suggestions of an agency, as the matcher knew it. */
export class AgencySuggestionsDto {
  measured!: number;
  /** As expected or better. */
  reached!: number;
  /** Better than before, and less than expected. */
  improved!: number;
}

export class ShortlistEntryDto extends ListedAsDto {
  rank!: number;
  assistantId!: string;
  agencyId!: string;
  /** 0 to 1. */
  @Fraction() score!: number;
  instantBooking!: boolean;
  /** Of the one newcomer, if any, who has the tenth place by lot; null for all others. */
  newcomerSlot!: NewcomerSlotDto | null;
  explanation!: ExplanationDto;
  /** Null where no suggestion of the agency was measured. */
  agencySuggestions!: AgencySuggestionsDto | null;
}

export class MissingLanguageDto {
  language!: string;
  minLevel!: string;
  /** Null where it isn't spoken. */
  level!: string | null;
}

export class MissingSkillDto {
  skillCode!: string;
  minLevel!: number;
  /** Null where the listing doesn't name it. */
  level!: number | null;
}

export class RateAboveCapDto {
  hourlyRate!: MoneyDto;
  hourlyRateCap!: MoneyDto;
  /** Null where the two are in different currencies. */
  aboveCap!: MoneyDto | null;
  /** Basis points of the cap, rounded up; null where the currencies can't be compared. */
  aboveCapBps!: number | null;
}

export class ShortClearanceDto {
  /** Null without a clearance. */
  clearedUntil!: string | null;
  neededUntil!: string;
}

export class ShortWeekDto {
  /** Minutes that are free for work (`capacity`) or shared with the asked hours (`overlap`). */
  minutes!: number;
  neededMinutes!: number;
}

/** What a near miss lacks; all but what the failed filter is about is empty. */
export class ShortfallDto {
  agencyStatus!: string | null;
  languages!: MissingLanguageDto[];
  skills!: MissingSkillDto[];
  /** Duties of the need, none of which is offered. */
  dutyCodes!: string[];
  rate!: RateAboveCapDto | null;
  clearance!: ShortClearanceDto | null;
  /** Of the week that lacks most. */
  week!: ShortWeekDto | null;
}

export class NearMissDto extends ListedAsDto {
  assistantId!: string;
  agencyId!: string;
  /** The one hard filter that keeps the assistant off the shortlist. */
  failedFilter!: string;
  /** Null in shortlists of before it was told. */
  shortfall!: ShortfallDto | null;
  /** What the score would be without it. */
  @Fraction() score!: number;
}

/** The reference rates by which prices in different currencies were compared. No amount that anybody pays follows from them. */
export class RatesUsedDto {
  /** The day that they are of. */
  asOf!: string;
  /** How many days old they were when the shortlist was prepared. */
  ageDays!: number;
}

export class ShortlistDto {
  needId!: string;
  /** `preparing`: there is none yet. `outdated`: this one is for an earlier version of the need, a newer one comes. */
  status!: 'preparing' | 'outdated' | 'prepared';
  /** The version of the need that was matched; null while there is none. */
  needVersion!: number | null;
  preparedAt!: string | null;
  /** Null while there is no shortlist, and in shortlists of before this was told. */
  rates!: RatesUsedDto | null;
  entries!: ShortlistEntryDto[];
  nearMisses!: NearMissDto[];
  /** How many assistants were listed, all of whom were looked at. */
  considered!: number;
  /**
   * How many of them failed which hard filter first. `capacity` and `overlap`, for which each calendar has to be looked
   * into, are counted only when fewer qualify than the shortlist has places; nor is anybody a near miss by them otherwise.
   */
  excluded!: Record<string, number>;
}
