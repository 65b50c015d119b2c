import {
  type CatalogueDuty,
  type CatalogueLanguage,
  catalogueLanguages,
  type DutyGroup,
  type Worded,
} from './catalogue.js';
import type { CatalogueEntry } from './catalogue-entry.js';

/** Of an entry of an imported catalogue what its duty is made of. */
export type ImportedEntry = Pick<CatalogueEntry, 'code' | 'source' | 'status' | 'revision' | 'labels' | 'terms'>;

/** A duty with all that a listing, a need and a price want to know of it: an own one, or an imported one. */
export interface OfferedDuty extends Pick<
  CatalogueDuty,
  'code' | 'label' | 'unit' | 'doneCriterion' | 'indicativeMinutes' | 'mode'
> {
  readonly group: DutyGroup | 'imported';
  /** The catalogue that it was imported from; null for an own one. */
  readonly source: string | null;
  /** Stays where it is named already, and is not to be named anew. */
  readonly retired: boolean;
}

/** Whether whoever does a duty brings it to its end, or prepares it and somebody of the business ends it. */
export type DutyMode = OfferedDuty['mode'];

/** Where duties are looked up by their codes. */
export interface OfferedDuties {
  duty(code: string): OfferedDuty | undefined;
}

/** What an imported duty is counted in when its catalogue doesn't say: time, which fits any work. */
const usualUnit: Worded = { en: 'hour', es: 'hora', ca: 'hora' };
const usualMinutes = 60;
/** Says no more than that somebody looks; the parties word it for their case in the lines of the need. */
const usualDoneCriterion: Worded = {
  en: 'What was asked for is delivered, and the business has looked at it',
  es: 'Lo que se pidió está entregado y la empresa lo ha revisado',
  ca: 'El que es va demanar està lliurat i l’empresa ho ha revisat',
};

export const ownDuty = (duty: CatalogueDuty): OfferedDuty => ({
  code: duty.code,
  group: duty.group,
  label: duty.label,
  unit: duty.unit,
  doneCriterion: duty.doneCriterion,
  indicativeMinutes: duty.indicativeMinutes,
  mode: duty.mode,
  source: null,
  retired: false,
});

/**
 * An imported duty with what its catalogue leaves unsaid filled in: an hour of 60 minutes, a neutral done criterion, and
 * `prepares`, so that somebody of the business sees the result. Wording that lacks a language is in the first one of
 * English, Spanish and Catalan that there is.
 */
export function importedDuty({ code, source, status, labels, terms }: Omit<ImportedEntry, 'revision'>): OfferedDuty {
  const label = inEvery(labels);
  if (label === null) throw new Error(`the entry ${code} has no label`);
  return {
    code,
    group: 'imported',
    label,
    unit: inEvery(terms.units) ?? usualUnit,
    doneCriterion: inEvery(terms.doneCriteria) ?? usualDoneCriterion,
    indicativeMinutes: terms.indicativeMinutes ?? usualMinutes,
    mode: terms.mode ?? 'prepares',
    source,
    retired: status === 'retired',
  };
}

function inEvery(said: Readonly<Partial<Worded>>): Worded | null {
  const first = catalogueLanguages.map((language) => said[language]).find((text) => text !== undefined);
  if (first === undefined) return null;
  const inLanguage = (language: CatalogueLanguage): string => said[language] ?? first;
  return { en: inLanguage('en'), es: inLanguage('es'), ca: inLanguage('ca') };
}
