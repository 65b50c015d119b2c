import { type CatalogueLanguage, catalogueLanguages, type ImportedDuty } from '#domain';
import type { OutOfScopeTopic } from './out-of-scope-topics.js';
import type { SearchableDuty } from './searchable-duties.js';
import { type Word, wordsOf } from './words.js';

/** What businesses changed: words that led to a duty after all, kept as facts. */
export interface Correction {
  readonly text: string;
  readonly language: CatalogueLanguage;
  readonly dutyCodes: readonly string[];
}

/** A piece of an entry's wording with how much it says about the entry by where it stands. */
export interface Passage {
  readonly entry: number;
  readonly language: CatalogueLanguage;
  readonly words: readonly Word[];
  readonly weight: number;
  /** Whether somebody might say it like this, as a whole. */
  readonly sayable: boolean;
}

const fieldWeights = {
  label: 3,
  alternativeLabel: 2,
  /** Somebody has said that it means this, in so many words. */
  correction: 3,
  phrase: 1,
  doneCriterion: 1,
  description: 0.5,
  unit: 0.5,
} as const;

/** Longer ones say little more, and a catalogue has thousands. */
const maxDescriptionWords = 60;

export function passagesOfDuty(duty: SearchableDuty, entry: number, corrected: readonly Correction[]): Passage[] {
  return catalogueLanguages.flatMap((language) => {
    const passage = passageOf(entry, language);
    return [
      passage(duty.label[language], fieldWeights.label, true),
      ...duty.alternativeLabels[language].map((text) => passage(text, fieldWeights.alternativeLabel, true)),
      passage(duty.unit[language], fieldWeights.unit, false),
      passage(duty.doneCriterion[language], fieldWeights.doneCriterion, false),
      ...duty.layPhrases[language].map((text) => passage(text, fieldWeights.phrase, true)),
      ...saidOf(corrected, language).map((text) => passage(text, fieldWeights.correction, true)),
    ];
  });
}

export function passagesOfTopic(topic: OutOfScopeTopic, entry: number): Passage[] {
  return catalogueLanguages.flatMap((language) => {
    return topic.phrases[language].map((text) => passageOf(entry, language)(text, fieldWeights.phrase, true));
  });
}

export function passagesOfImported(imported: ImportedDuty, entry: number, corrected: readonly Correction[]): Passage[] {
  return catalogueLanguages.flatMap((language) => {
    const passage = passageOf(entry, language);
    const { labels, alternativeLabels, descriptions } = imported;
    const label = labels[language];
    const description = descriptions[language];
    return [
      ...(label === undefined ? [] : [passage(label, fieldWeights.label, true)]),
      ...(alternativeLabels[language] ?? []).map((text) => passage(text, fieldWeights.alternativeLabel, true)),
      ...(description === undefined ? [] : [passage(description, fieldWeights.description, false)]),
      ...saidOf(corrected, language).map((text) => passage(text, fieldWeights.correction, true)),
    ];
  });
}

const saidOf = (corrected: readonly Correction[], language: CatalogueLanguage): string[] =>
  corrected.filter((one) => one.language === language).map(({ text }) => text);

const passageOf =
  (entry: number, language: CatalogueLanguage) =>
  (text: string, weight: number, sayable: boolean): Passage => {
    const words = wordsOf(text).slice(0, sayable ? undefined : maxDescriptionWords);
    return { entry, language, words, weight, sayable };
  };
