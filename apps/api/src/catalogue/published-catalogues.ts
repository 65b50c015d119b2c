import { DomainError } from '#domain';
import type { CatalogueField } from './catalogue-columns.js';
import { wordsOf } from './column-names.js';

/** What stands in which column of a file that a publisher of catalogues gives out; columns in snake case. */
export type PublishedColumns = ReadonlyMap<string, CatalogueField>;

interface KnownFile {
  /** As its publisher calls it. */
  readonly name: string;
  /** Columns that it has, and none of the others. */
  readonly has: readonly string[];
  readonly lacks?: readonly string[];
}

const soc = 'o_net_soc_code';
/**
 * O*NET's files by their headers (O*NET Resource Center, data dictionary of release 29.2); the text edition leaves out the
 * columns with titles. The first that fits it is. Only three hold duties or occupations, and many share columns with these.
 */
const onetFiles: readonly (KnownFile & { readonly columns?: PublishedColumns })[] = [
  {
    name: 'Task Statements',
    has: [soc, 'task_id', 'task', 'task_type'],
    lacks: ['scale_id', 'dwa_id', 'original_task_id', 'category', 'element_id'],
    columns: new Map([
      ['task_id', 'id'],
      ['task', 'label:en'],
    ]),
  },
  {
    name: 'DWA Reference',
    has: ['element_id', 'iwa_id', 'dwa_id', 'dwa_title'],
    lacks: [soc, 'task_id', 'scale_id'],
    columns: new Map([
      ['dwa_id', 'id'],
      ['dwa_title', 'label:en'],
    ]),
  },
  {
    name: 'Occupation Data',
    has: [soc, 'title', 'description'],
    lacks: ['task_id', 'element_id', 'scale_id', 'alternate_title', 'commodity_code'],
    columns: new Map([
      [soc, 'id'],
      ['title', 'label:en'],
      ['description', 'description:en'],
    ]),
  },
  { name: 'Tasks to DWAs', has: ['task_id', 'dwa_id'] },
  { name: 'Task Ratings', has: ['task_id', 'scale_id'] },
  { name: 'Emerging Tasks', has: [soc, 'original_task_id'] },
  { name: 'Emerging Tasks', has: [soc, 'task', 'category'] },
  { name: 'Alternate Titles', has: [soc, 'alternate_title'] },
  { name: 'Sample of Reported Titles', has: [soc, 'reported_job_title'] },
  { name: 'Related Occupations', has: [soc, 'related_o_net_soc_code'] },
  { name: 'Technology Skills', has: [soc, 'commodity_code', 'hot_technology'] },
  { name: 'Tools Used', has: [soc, 'commodity_code'] },
  { name: 'Job Zones', has: [soc, 'job_zone'] },
  { name: 'Occupation Level Metadata', has: [soc, 'item', 'response'] },
  { name: 'Education, Training, and Experience', has: [soc, 'element_id', 'scale_id', 'category'] },
  { name: 'Abilities, Skills, Knowledge or another file of ratings', has: [soc, 'element_id'] },
  { name: 'IWA Reference', has: ['element_id', 'iwa_id'], lacks: ['dwa_id'] },
  { name: 'Level Scale Anchors', has: ['element_id', 'anchor_value'] },
  { name: 'Work Context Categories', has: ['element_id', 'scale_id', 'category'] },
  { name: 'Survey Booklet Locations', has: ['element_id', 'survey_item_number'] },
  { name: 'Task Categories', has: ['scale_id', 'category', 'category_description'] },
  { name: 'Scales Reference', has: ['scale_id', 'scale_name', 'minimum'] },
  { name: 'Content Model Reference', has: ['element_id', 'element_name', 'description'] },
  { name: 'UNSPSC Reference', has: ['commodity_code', 'family_code'] },
  { name: 'Job Zone Reference', has: ['job_zone', 'svp_range'] },
];
/** A column that nobody but O*NET has tells its files, known to us or not. */
const onetColumns = [soc, 'dwa_id', 'iwa_id'];

/** ESCO's classification as CSV (from 1.0 to 1.2), whose labels are in the language of the file. */
const escoSkills: KnownFile = {
  name: 'skills',
  has: ['concept_uri', 'preferred_label', 'skill_type'],
  lacks: ['broader_concept_uri'],
};
const escoOccupations: KnownFile = {
  name: 'occupations',
  has: ['concept_uri', 'preferred_label', 'isco_group'],
  lacks: ['broader_concept_uri'],
};
const otherEscoFiles: readonly KnownFile[] = [
  {
    name: 'a collection of skills or occupations (such as digitalSkillsCollection)',
    has: ['concept_uri', 'broader_concept_uri'],
  },
  { name: 'broaderRelations', has: ['concept_uri', 'broader_uri'] },
  { name: 'occupationSkillRelations', has: ['occupation_uri', 'skill_uri'] },
  { name: 'skillSkillRelations', has: ['original_skill_uri', 'related_skill_uri'] },
  { name: 'skillsHierarchy', has: ['level_0_uri'] },
  { name: 'conceptSchemes', has: ['concept_type', 'concept_scheme_uri'] },
  { name: 'skillGroups', has: ['concept_type', 'concept_uri', 'hidden_labels'] },
  { name: 'ISCOGroups', has: ['concept_type', 'concept_uri', 'code'] },
  { name: 'dictionary', has: ['filename', 'data_header'] },
];

/**
 * The columns of O*NET's files; null for what isn't of O*NET.
 * @throws DomainError `catalogue.other-file` for a file of O*NET that holds no duties, by its name
 */
export function onetColumnsOf(names: readonly string[]): PublishedColumns | null {
  const all = new Set(names.map(wordsOf));
  const known = onetFiles.find((file) => fits(file, all));
  if (known?.columns !== undefined) return known.columns;
  if (known === undefined && !onetColumns.some((name) => all.has(name))) return null;
  throw otherFile('O*NET', known?.name ?? null, 'Task Statements, DWA Reference and Occupation Data');
}

/** @throws DomainError `catalogue.other-file` for a file of ESCO that holds neither skills nor occupations, by its name */
export function assertNotOtherEscoFile(names: readonly string[]): void {
  const all = new Set(names.map(wordsOf));
  if (fits(escoSkills, all) || fits(escoOccupations, all)) return;
  const known = otherEscoFiles.find((file) => fits(file, all));
  const isEsco = all.has('concept_type') && all.has('concept_uri');
  if (known !== undefined || isEsco) throw otherFile('ESCO', known?.name ?? null, 'skills and occupations');
}

/** O*NET's text files have tabs between cells, and no quotes around them. */
export function isOnet(names: readonly string[]): boolean {
  const all = new Set(names.map(wordsOf));
  return onetColumns.some((name) => all.has(name)) || onetFiles.some((file) => fits(file, all));
}

const fits = ({ has, lacks = [] }: KnownFile, all: ReadonlySet<string>): boolean =>
  has.every((name) => all.has(name)) && !lacks.some((name) => all.has(name));

const otherFile = (publisher: string, name: string | null, taken: string): DomainError =>
  new DomainError('catalogue.other-file', {
    detail: `This is ${name === null ? 'another file' : name} of ${publisher}. Of ${publisher}'s files ${taken} are taken.`,
  });
