import type { CatalogueDuty, CatalogueLanguage } from '#domain';
import { catalogueDuties } from '../catalogue/index.js';
import { once, readEntriesIn } from '../files/data-files.js';

export type Phrases = Readonly<Record<CatalogueLanguage, readonly string[]>>;

/** What else a duty is called, and how owners speak of it. */
interface DutyPhrases {
  /** Titles that others give it, by which a duty of another catalogue is known to be the same. */
  readonly alternativeLabels: Phrases;
  /** Symptoms and complaints, as an owner who doesn't know the trade's words would say them; not titles. */
  readonly layPhrases: Phrases;
}

/** A duty with all the wording by which it is found. */
export type SearchableDuty = CatalogueDuty & DutyPhrases;

/** Every duty of the catalogue, in its order. */
export const searchableDuties = once((): readonly SearchableDuty[] => {
  const entries = readEntriesIn<DutyPhrases & { readonly dutyCode: string }>('phrases');
  const byCode = new Map(entries.map((entry) => [entry.dutyCode, entry]));
  return catalogueDuties.map((duty) => {
    const phrases = byCode.get(duty.code);
    if (phrases === undefined) throw new Error(`nobody says how owners speak of ${duty.code}`);
    return { ...duty, alternativeLabels: phrases.alternativeLabels, layPhrases: phrases.layPhrases };
  });
});
