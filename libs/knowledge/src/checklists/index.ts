import type { ChecklistItem, ClearanceTemplate, Jurisdiction } from '#domain';
import { readEntries, readFile } from '../files/data-files.js';

/** Rules of different countries want much the same things looked at: each takes the questions that it stands behind. */
type WorkplaceQuestion = Omit<ChecklistItem, 'source'>;

interface Checklist extends Pick<ClearanceTemplate, 'version' | 'title' | 'legalBasis'> {
  readonly entries: readonly { readonly questionCode: string; readonly source: string }[];
}

const questions = new Map(
  readEntries<WorkplaceQuestion>('checklists/questions.json').map((question) => [question.code, question]),
);

/** The checklists in force. OSHA doesn't inspect home offices (CPL 2-0.125); the US one is good practice, and says so. */
export const clearanceTemplates: Readonly<Record<Jurisdiction, ClearanceTemplate>> = {
  uk: templateOf('uk'),
  es: templateOf('es'),
  eu: templateOf('eu'),
  us: templateOf('us'),
};

function templateOf(jurisdiction: Jurisdiction): ClearanceTemplate {
  const { version, title, legalBasis, entries } = readFile<Checklist>(`checklists/${jurisdiction}.json`);
  return { jurisdiction, version, title, legalBasis, items: entries.map(itemOf) };
}

function itemOf({ questionCode, source }: Checklist['entries'][number]): ChecklistItem {
  const asked = questions.get(questionCode);
  if (asked === undefined) throw new Error(`a checklist asks ${questionCode}, which is no question`);
  const { code, question, critical, mayNotApply } = asked;
  return { code, question, source, critical, mayNotApply };
}
