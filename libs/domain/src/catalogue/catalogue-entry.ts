import { saysTheSame } from '../changes.js';
import { every } from '../every.js';
import { type CatalogueEntryId } from '../ids.js';
import { demand, unexpectedFact } from '../policy.js';
import { type CatalogueLanguage, catalogueLanguages, type Worded } from './catalogue.js';
import type { ImportedDuty } from './imported-duty.js';

/** How an imported duty is counted, priced and done, as far as its catalogue says. */
export interface ImportedTerms {
  readonly units: Readonly<Partial<Worded>>;
  readonly doneCriteria: Readonly<Partial<Worded>>;
  readonly indicativeMinutes: number | null;
  readonly mode: 'acts' | 'prepares' | null;
}

/** All that the file of a catalogue says of one of its duties. */
export type EntryDetails = Omit<ImportedDuty, 'id' | 'retired'> & { readonly terms: ImportedTerms };

interface EntryIdentity {
  readonly entryId: CatalogueEntryId;
  /** Which catalogue it is of, such as `esco`. */
  readonly source: string;
  /** What that catalogue calls it. */
  readonly externalId: string;
  /** What listings, needs and agreements call it. */
  readonly code: string;
  /** Of the imported catalogues as a whole: the import since which the entry is as it is. */
  readonly revision: number;
}
export interface ActiveEntry extends EntryIdentity, EntryDetails {
  readonly status: 'active';
  readonly importedAt: string;
}
/** Kept as it was when it was last in use, so that what names it can still be read. */
export interface RetiredEntry extends EntryIdentity, EntryDetails {
  readonly status: 'retired';
  readonly importedAt: string;
  readonly retiredAt: string;
}
/** A duty of a catalogue that somebody else keeps. */
export type CatalogueEntry = ActiveEntry | RetiredEntry;
export const catalogueEntryStatuses = every<CatalogueEntry['status']>({ active: true, retired: true });

type WordedField = 'label' | 'alternative' | 'description' | 'unit' | 'done-criterion';
/** A cell of a file. */
export type EntryField = `${WordedField}:${CatalogueLanguage}` | 'minutes' | 'mode';

/** A file names the entry. */
export interface ImportEntry {
  readonly type: 'importEntry';
  readonly identity: Omit<EntryIdentity, 'revision'>;
  readonly details: EntryDetails;
  /** Cells that the file has and that are empty: what stood there goes. */
  readonly cleared?: readonly EntryField[];
  readonly retired: boolean;
  readonly revision: number;
  readonly now: string;
}
/** A file that should name every entry doesn't name this one. */
export interface RetireEntry {
  readonly type: 'retireEntry';
  readonly revision: number;
  readonly now: string;
}
export type CatalogueEntryCommand = ImportEntry | RetireEntry;

export interface CatalogueEntryImported extends EntryIdentity {
  readonly type: 'catalogueEntryImported';
  /** The whole entry from now on. */
  readonly details: EntryDetails;
  readonly importedAt: string;
}
export interface CatalogueEntryRetired {
  readonly type: 'catalogueEntryRetired';
  readonly revision: number;
  readonly retiredAt: string;
}
export type CatalogueEntryFact = CatalogueEntryImported | CatalogueEntryRetired;

/** No facts when the file says what is known. */
export function decideCatalogueEntry(
  command: CatalogueEntryCommand,
  state: CatalogueEntry | null,
): CatalogueEntryFact[] {
  const { revision, now } = command;
  const retired: CatalogueEntryFact = { type: 'catalogueEntryRetired', revision, retiredAt: now };
  if (command.type === 'retireEntry') {
    demand(state !== null, 'catalogue-entry.not-found');
    return state.status === 'retired' ? [] : [retired];
  }
  if (state !== null && command.retired) return state.status === 'retired' ? [] : [retired];
  const details =
    state === null ? inOneSpelling(command.details) : merged(without(state, command.cleared ?? []), command.details);
  if (state?.status === 'active' && saysTheSame(details, inOneSpelling(state))) return [];
  const identity = state === null ? command.identity : identityOf(state);
  const imported: CatalogueEntryFact = {
    ...identity,
    type: 'catalogueEntryImported',
    revision,
    details,
    importedAt: now,
  };
  return command.retired ? [imported, retired] : [imported];
}

export function evolveCatalogueEntry(state: CatalogueEntry | null, fact: CatalogueEntryFact): CatalogueEntry {
  switch (fact.type) {
    case 'catalogueEntryImported': {
      const { details, importedAt, revision } = fact;
      return { status: 'active', ...identityOf(fact), revision, ...details, importedAt };
    }
    case 'catalogueEntryRetired': {
      if (!state) return unexpectedFact(fact, 'none');
      const { revision, retiredAt } = fact;
      const kept = { ...identityOf(state), revision, ...detailsOf(state), importedAt: state.importedAt };
      return { status: 'retired', ...kept, retiredAt };
    }
    default:
      return fact satisfies never;
  }
}

function without(known: EntryDetails, cleared: readonly EntryField[]): EntryDetails {
  const gone = new Set<EntryField>(cleared);
  const left = <Said>(field: WordedField, said: Readonly<Partial<Record<CatalogueLanguage, Said>>>) =>
    byLanguage(said, (language) => !gone.has(`${field}:${language}`));
  return {
    labels: left('label', known.labels),
    alternativeLabels: left('alternative', known.alternativeLabels),
    descriptions: left('description', known.descriptions),
    terms: {
      units: left('unit', known.terms.units),
      doneCriteria: left('done-criterion', known.terms.doneCriteria),
      indicativeMinutes: gone.has('minutes') ? null : known.terms.indicativeMinutes,
      mode: gone.has('mode') ? null : known.terms.mode,
    },
  };
}

/** What a file says replaces what is known in the same language; what it doesn't say stays. */
function merged(known: EntryDetails, said: EntryDetails): EntryDetails {
  return inOneSpelling({
    labels: { ...known.labels, ...said.labels },
    alternativeLabels: { ...known.alternativeLabels, ...said.alternativeLabels },
    descriptions: { ...known.descriptions, ...said.descriptions },
    terms: {
      units: { ...known.terms.units, ...said.terms.units },
      doneCriteria: { ...known.terms.doneCriteria, ...said.terms.doneCriteria },
      indicativeMinutes: said.terms.indicativeMinutes ?? known.terms.indicativeMinutes,
      mode: said.terms.mode ?? known.terms.mode,
    },
  });
}

/** Fields and languages in one order, so that the same entry is always the same value. */
function inOneSpelling({ labels, alternativeLabels, descriptions, terms }: EntryDetails): EntryDetails {
  return {
    labels: byLanguage(labels),
    alternativeLabels: byLanguage(alternativeLabels),
    descriptions: byLanguage(descriptions),
    terms: {
      units: byLanguage(terms.units),
      doneCriteria: byLanguage(terms.doneCriteria),
      indicativeMinutes: terms.indicativeMinutes,
      mode: terms.mode,
    },
  };
}

function byLanguage<Said>(
  said: Readonly<Partial<Record<CatalogueLanguage, Said>>>,
  isKept: (language: CatalogueLanguage) => boolean = () => true,
) {
  const sorted: Partial<Record<CatalogueLanguage, Said>> = {};
  for (const language of catalogueLanguages) {
    if (said[language] !== undefined && isKept(language)) sorted[language] = said[language];
  }
  return sorted;
}

const detailsOf = ({ labels, alternativeLabels, descriptions, terms }: EntryDetails): EntryDetails => ({
  labels,
  alternativeLabels,
  descriptions,
  terms,
});

const identityOf = ({ entryId, source, externalId, code }: Omit<EntryIdentity, 'revision'>) => ({
  entryId,
  source,
  externalId,
  code,
});
