/** The languages in which the catalogue is worded and in which owners describe their trouble. */
export const catalogueLanguages = ['en', 'es', 'ca'] as const;
export type CatalogueLanguage = (typeof catalogueLanguages)[number];
export type Worded = Readonly<Record<CatalogueLanguage, string>>;

export const dutyGroups = [
  'inbox-and-calendar',
  'customer-support',
  'bookkeeping-and-tax',
  'records-and-data',
  'crm-and-sales',
  'travel-and-events',
  'research',
  'social-and-content',
  'e-commerce',
  'people-and-operations',
] as const;
export type DutyGroup = (typeof dutyGroups)[number];

/**
 * A duty as assistants really do it: what is counted (`unit`, worded per language), when it counts as done, and how
 * many minutes a unit takes as a rule of thumb.
 */
export interface CatalogueDuty {
  /** Kebab-case, unique in the catalogue, never reused. */
  readonly code: string;
  readonly group: DutyGroup;
  readonly label: Worded;
  readonly unit: Worded;
  readonly doneCriterion: Worded;
  /** Minutes that one unit takes as a rule of thumb; a listing's hourly rate times this gives an instant price. */
  readonly indicativeMinutes: number;
  /** `acts`: the assistant finishes it alone. `prepares`: someone of the business approves or executes the result. */
  readonly mode: 'acts' | 'prepares';
}

/** A skill that a listing names with a level and that a need may ask for. */
export interface CatalogueSkill {
  readonly code: string;
  readonly label: Worded;
  /** Codes of the duties in which the skill is mostly used. */
  readonly dutyCodes: readonly string[];
}
