import type { ImportedDuty } from '#domain';
import { readTextTable } from '#platform/tables';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogueFile } from '../../../apps/api/src/catalogue/catalogue-file.js';

/** What somebody wrote, and the entries of a catalogue that others found to be meant by it. */
export interface JudgedByOthers {
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}
export interface PublishedSet {
  readonly name: string;
  readonly texts: readonly JudgedByOthers[];
}
export interface PublishedCatalogue {
  readonly entries: readonly ImportedDuty[];
  readonly sets: readonly PublishedSet[];
}

/**
 * O*NET's work activities and tasks that its analysts linked to them, in two halves: one to tune on, one to measure.
 * @param folder with `DWA Reference.txt` as it is published, and `tasks-to-activities.tsv` (`task_id`, `task`, `activity_ids`)
 */
export async function readOnet(folder: string): Promise<PublishedCatalogue> {
  const fileName = 'DWA Reference.txt';
  const { entries } = readCatalogueFile(await readFile(join(folder, fileName), 'utf8'), { fileName });
  const { rows } = readTextTable(await readFile(join(folder, 'tasks-to-activities.tsv'), 'utf8'), {
    maxRows: 100_000,
    quotesOf: () => 'none',
  });
  const texts = rows.map(({ cells: [id = '', text = '', activities = ''] }) => {
    const isTuning = createHash('sha256').update(`task ${id}`).digest()[0]! % 2 === 0;
    return { isTuning, text, relevant: new Set(activities.split(/[\s,;|]+/).filter((one) => one !== '')) };
  });
  return {
    entries,
    sets: [
      { name: 'tasks, tuning', texts: texts.filter(({ isTuning }) => isTuning) },
      { name: 'tasks, other', texts: texts.filter(({ isTuning }) => !isTuning) },
    ],
  };
}

/** What annotators wrote where no skill of ESCO is meant. */
const noSkill: ReadonlySet<string> = new Set(['LABEL NOT PRESENT', 'UNDERSPECIFIED']);

/**
 * ESCO's skills by their preferred labels, and the sentences of vacancies that Decorte et al. (2022, 2023) annotated with them.
 * @param folder with `skills_en_label.txt` and the files of annotations of github.com/jensjorisdecorte/Skill-Extraction-benchmark
 */
export async function readEscoSkills(folder: string): Promise<PublishedCatalogue> {
  const labels = linesOf(await readFile(join(folder, 'skills_en_label.txt'), 'utf8')).map((label) => label.trim());
  const entries = [...new Set(labels)].map((label): ImportedDuty => {
    return { id: label, labels: { en: label }, alternativeLabels: {}, descriptions: {}, retired: false };
  });
  const known = new Set(labels);
  const sets = await Promise.all(
    ['house_test', 'tech_test', 'techwolf_test', 'house_validation', 'tech_validation'].map(async (name) => {
      const { columns, rows } = readTextTable(await readFile(join(folder, `${name}_annotations.csv`), 'utf8'), {
        maxRows: 100_000,
        quotesOf: () => 'relaxed',
      });
      const bySentence = new Map<string, Set<string>>();
      for (const { cells } of rows) {
        const cellOf = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim();
        const [sentence, label] = [cellOf('sentence'), cellOf('label')];
        if (noSkill.has(label) || !known.has(label)) continue;
        bySentence.set(sentence, (bySentence.get(sentence) ?? new Set()).add(label));
      }
      const texts = [...bySentence].map(([text, relevant]) => ({ text, relevant }));
      return name === 'techwolf_test' ? byWhetherRead(name, texts) : [{ name, texts }];
    }),
  );
  return { entries, sets: sets.flat() };
}

/** Every fourth sentence of this set was read before `how-well.json` was written (ADR 78): the others are the measure. */
const byWhetherRead = (name: string, texts: readonly JudgedByOthers[]): PublishedSet[] => [
  { name: `${name}, unread`, texts: texts.filter((_, at) => at % 4 !== 0) },
  { name: `${name}, read`, texts: texts.filter((_, at) => at % 4 === 0) },
];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
