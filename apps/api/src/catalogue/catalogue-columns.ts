import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { wordsOf } from './column-names.js';
import { assertNotOtherEscoFile, onetColumnsOf } from './published-catalogues.js';

const wordedParts = ['label', 'alternative', 'description', 'unit', 'done-criterion'] as const;
export type WordedPart = (typeof wordedParts)[number];

/** What a column of a catalogue says, whatever the file calls it. */
export type CatalogueField = 'id' | 'status' | 'retired' | 'minutes' | 'mode' | `${WordedPart}:${CatalogueLanguage}`;

/** Names in snake case, as `wordsOf` makes them of `altLabels`, `Alt labels` or `alt-labels`; the likeliest id first. */
const idNames = ['id', 'concept_uri', 'uri', 'duty_id', 'duty_code', 'identifier', 'code', 'codigo', 'codi'];
const otherNames: ReadonlyMap<string, CatalogueField> = new Map([
  ['status', 'status'],
  ['estado', 'status'],
  ['estat', 'status'],
  ['retired', 'retired'],
  ['obsolete', 'retired'],
  ['deprecated', 'retired'],
  ['minutes', 'minutes'],
  ['indicative_minutes', 'minutes'],
  ['mode', 'mode'],
]);
const wordedNames: ReadonlyMap<string, WordedPart> = new Map([
  ...['', 'label', 'labels', 'title', 'titles', 'name', 'names', 'term', 'preferred_label', 'pref_label'].map(
    (name) => [name, 'label'] as const,
  ),
  ...['alt', 'alts', 'alternative', 'alternatives', 'alt_label', 'alt_labels', 'synonym', 'synonyms'].map(
    (name) => [name, 'alternative'] as const,
  ),
  ...['alternative_label', 'alternative_labels'].map((name) => [name, 'alternative'] as const),
  ...['description', 'descriptions'].map((name) => [name, 'description'] as const),
  ...['unit', 'units'].map((name) => [name, 'unit'] as const),
  ...['done', 'done_criterion', 'done_criteria'].map((name) => [name, 'done-criterion'] as const),
]);
const languageNames: ReadonlyMap<string, CatalogueLanguage> = new Map([
  ...catalogueLanguages.map((language) => [language, language] as const),
  ['english', 'en'],
  ['ingles', 'en'],
  ['spanish', 'es'],
  ['espanol', 'es'],
  ['castellano', 'es'],
  ['catalan', 'ca'],
  ['catala', 'ca'],
]);

/**
 * The fields of a file by the names it has for them; of several names for the same field the first counts. O*NET's files
 * have names of their own; ESCO's need nothing but the language of what names none.
 * @throws DomainError `catalogue.other-file`
 */
export function fieldsOf(names: readonly string[], language: CatalogueLanguage): Map<CatalogueField, string> {
  const onet = onetColumnsOf(names);
  if (onet === null) assertNotOtherEscoFile(names);
  const worded = names.map((name) => ({ name, words: wordsOf(name) }));
  const all = new Set(worded.map(({ words }) => words));
  const fields = new Map<CatalogueField, string>();
  for (const { name, words } of worded) {
    const field = onet === null ? fieldOf(words, language) : onet.get(words);
    if (field !== undefined && !fields.has(field)) fields.set(field, name);
  }
  const idName = onet === null ? idNames.find((known) => all.has(known)) : undefined;
  const id = worded.find(({ words }) => words === idName);
  return id === undefined ? fields : fields.set('id', id.name);
}

/** `label_es`, `es_label`, `es`, and without a language the one of the file. */
function fieldOf(words: string, language: CatalogueLanguage): CatalogueField | undefined {
  const other = otherNames.get(words);
  if (other !== undefined) return other;
  const parts = words.split('_');
  const last = languageNames.get(parts.at(-1) ?? '');
  const first = languageNames.get(parts[0] ?? '');
  const part = wordedNames.get(
    last !== undefined ? parts.slice(0, -1).join('_') : first !== undefined ? parts.slice(1).join('_') : words,
  );
  return part === undefined || words === '' ? undefined : `${part}:${last ?? first ?? language}`;
}
