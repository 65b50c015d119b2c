import type { Worded } from '../catalogue/catalogue.js';

/** `uk`, `es` and `us` follow those countries' own rules; `eu` is the general one for the other member states. */
export const jurisdictions = ['uk', 'es', 'eu', 'us'] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export interface ChecklistItem {
  /** Kebab-case, unique in its template. */
  readonly code: string;
  readonly question: Worded;
  /** Where the item comes from: act, article, annex. */
  readonly source: string;
  /** A `no` here refuses the clearance; elsewhere a `no` needs an open action with a date. */
  readonly critical: boolean;
  /** Whether `not-applicable` is an answer that makes sense. */
  readonly mayNotApply: boolean;
}

export interface ClearanceTemplate {
  readonly jurisdiction: Jurisdiction;
  /** Counted up whenever an item changes; a clearance remembers the one that it was assessed by. */
  readonly version: number;
  readonly title: Worded;
  /** The rules that the template stands on, as one would cite them. */
  readonly legalBasis: readonly string[];
  readonly items: readonly ChecklistItem[];
}

export type ClearanceTemplates = Readonly<Record<Jurisdiction, ClearanceTemplate>>;
