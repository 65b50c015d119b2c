/** Levels of the Common European Framework of Reference, lowest first. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export interface SpokenLanguage {
  /** ISO 639-1 code, lower case. */
  readonly language: string;
  readonly level: LanguageLevel;
}

export interface SkillWithLevel {
  readonly skillCode: string;
  /** 1 (has done it) to 5 (teaches it). */
  readonly level: number;
}

/** What somebody can do, and in which languages. */
export interface Abilities {
  readonly skills: readonly SkillWithLevel[];
  readonly dutyCodes: readonly string[];
  readonly languages: readonly SpokenLanguage[];
}

/** The codes that the catalogue knows at the moment, so that a listing or a need can't name what doesn't exist. */
export interface CatalogueCodes {
  readonly dutyCodes: ReadonlySet<string>;
  /** Of duties that may stay where they are named already, and are not to be named anew. */
  readonly retiredDutyCodes: ReadonlySet<string>;
  readonly skillCodes: ReadonlySet<string>;
}
