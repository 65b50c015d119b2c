import {
  type CatalogueEntry,
  type CatalogueEntryFact,
  type CatalogueEntryId,
  decideCatalogueEntry,
  DomainError,
  evolveCatalogueEntry,
  mostImportedDuties,
} from '#domain';
import { v7 as uuidv7 } from 'uuid';
import type { CatalogueFile } from './catalogue-file.js';
import { importedCode } from './imported-code.js';
import { type CatalogueFileEntry, rejected, type RejectedEntry } from './written-entry.js';

/** Of all imports of one source; the api keeps them in memory. */
const maxEntriesOfSource = 20_000;

/** What is to be written, and how it counts. */
export interface ImportPlan {
  readonly drafted: { readonly id: string; readonly facts: readonly CatalogueEntryFact[] }[];
  readonly changed: Map<string, readonly CatalogueEntryFact[]>;
  readonly rejected: RejectedEntry[];
  accepted: number;
  updated: number;
  unchanged: number;
  retired: number;
  /** In use, not named by the file, and left as they are. */
  missing: number;
  /** How many more are in use behind it. */
  more: number;
}

/** Whose file it is, and what becomes of those that it doesn't name. */
export interface ImportCircumstances {
  readonly source: string;
  readonly retireMissing: boolean;
  /** Entries of the source that aren't among the known ones, since the file doesn't name them. */
  readonly others?: number;
  /** Of all sources, before the import. */
  readonly inUse: number;
  /** Of the import, should it change something. */
  readonly revision: number;
  readonly now: string;
}

/**
 * What an import of the file comes to, given what is known of its source.
 * @throws DomainError `catalogue.too-many-entries` of one source, `catalogue.no-room` of all together
 */
export function planImport(
  file: Pick<CatalogueFile, 'entries' | 'rejected'>,
  known: readonly CatalogueEntry[],
  { retireMissing, ...circumstances }: ImportCircumstances,
): ImportPlan {
  const plan = planOf(file, known, circumstances);
  const missing = missingFrom(file, known);
  // What a line that was rejected meant can't be told: none of the missing is taken for gone then.
  const gone = retireMissing && plan.rejected.length === 0 ? missing : [];
  const { revision, now } = circumstances;
  for (const entry of gone) {
    plan.changed.set(entry.entryId, decideCatalogueEntry({ type: 'retireEntry', revision, now }, entry));
    plan.retired += 1;
    plan.more -= 1;
  }
  plan.missing = missing.length - gone.length;
  assertRoom(circumstances.inUse, plan.more);
  return plan;
}

/**
 * Whether so many more are taken beside those that are in use, of all sources together.
 * @throws DomainError `catalogue.no-room`
 */
export function assertRoom(inUse: number, more: number): void {
  if (more <= 0 || inUse + more <= mostImportedDuties) return;
  const detail = `Of all catalogues together ${mostImportedDuties} entries are taken; ${inUse} are in use, and ${more} would come to them. Retire some first.`;
  throw new DomainError('catalogue.no-room', { max: mostImportedDuties, detail });
}

function planOf(
  file: Pick<CatalogueFile, 'entries' | 'rejected'>,
  known: readonly CatalogueEntry[],
  { source, others = 0, revision, now }: Omit<ImportCircumstances, 'retireMissing' | 'inUse'>,
): ImportPlan {
  const plan: ImportPlan = {
    drafted: [],
    changed: new Map(),
    rejected: [...file.rejected],
    accepted: 0,
    updated: 0,
    unchanged: 0,
    retired: 0,
    missing: 0,
    more: 0,
  };
  const byId = new Map(known.map((entry) => [entry.externalId, entry]));
  const idsByCode = new Map(known.map(({ code, externalId }) => [code, externalId]));
  for (const entry of file.entries) {
    const code = importedCode(source, entry.id);
    const other = idsByCode.get(code) ?? entry.id;
    if (other !== entry.id) {
      const reason = `The entry would go by the code ${code}, as ${other} does.`;
      plan.rejected.push(rejected(entry.line, 'id', 'catalogue.code-taken', reason, entry.id));
      continue;
    }
    idsByCode.set(code, entry.id);
    const state = byId.get(entry.id) ?? null;
    const entryId = state?.entryId ?? (uuidv7() as CatalogueEntryId);
    const identity = { entryId, source, externalId: entry.id, code };
    const { details, cleared, retired } = saidBy(entry);
    const command = { type: 'importEntry', identity, details, cleared, retired, revision, now } as const;
    const facts = decideCatalogueEntry(command, state);
    note(plan, entryId, state, facts);
  }
  const entriesInAll = others + known.length + plan.drafted.length;
  if (entriesInAll > maxEntriesOfSource)
    throw new DomainError('catalogue.too-many-entries', { max: maxEntriesOfSource });
  plan.rejected.sort((one, another) => one.line - another.line);
  return plan;
}

function note(
  plan: ImportPlan,
  entryId: string,
  state: CatalogueEntry | null,
  facts: readonly CatalogueEntryFact[],
): void {
  const after = facts.reduce<CatalogueEntry | null>(evolveCatalogueEntry, state);
  plan.more += Number(after?.status === 'active') - Number(state?.status === 'active');
  if (state === null) {
    plan.drafted.push({ id: entryId, facts });
    plan.accepted += 1;
  } else if (facts.length === 0) plan.unchanged += 1;
  else {
    plan.changed.set(entryId, facts);
    if (facts.some(({ type }) => type === 'catalogueEntryRetired')) plan.retired += 1;
    else plan.updated += 1;
  }
}

function saidBy({ labels, alternativeLabels, descriptions, terms, cleared, retired }: CatalogueFileEntry) {
  return { details: { labels, alternativeLabels, descriptions, terms }, cleared, retired };
}

function missingFrom(file: Pick<CatalogueFile, 'entries'>, known: readonly CatalogueEntry[]): CatalogueEntry[] {
  const named = new Set(file.entries.map(({ id }) => id));
  return known.filter(({ status, externalId }) => status === 'active' && !named.has(externalId));
}
