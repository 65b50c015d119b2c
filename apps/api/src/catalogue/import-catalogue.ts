import { marketplace } from '#access';
import type { CatalogueImportReportDto } from '#contracts';
import {
  type CatalogueEntry,
  type CatalogueEntryFact,
  type CatalogueEntryId,
  decideCatalogueEntry,
  DomainError,
} from '#domain';
import type { Database, Transaction } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import type { CatalogueFile } from './catalogue-file.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { DutyCatalogue } from './duty-catalogue.js';
import { importedCode } from './imported-code.js';
import { type CatalogueFileEntry, rejected, type RejectedEntry } from './written-entry.js';

/** Of all imports of one source; the api keeps them in memory. */
const maxEntriesOfSource = 20_000;

export class ImportCatalogue extends commandOf<
  Call & {
    file: CatalogueFile;
    source: string;
    retireMissing: boolean;
  },
  CatalogueImportReportDto
>() {}

/** What is to be written, and how it counts. */
interface Plan {
  readonly drafted: { readonly id: string; readonly facts: readonly CatalogueEntryFact[] }[];
  readonly changed: Map<string, readonly CatalogueEntryFact[]>;
  readonly rejected: RejectedEntry[];
  accepted: number;
  updated: number;
  unchanged: number;
  retired: number;
}

/**
 * Takes in a catalogue of duties entry by entry: new ones are taken, known ones changed where the file says something
 * else. What can't be taken is told with its reason and holds nothing up. The same file again changes nothing.
 */
@CommandHandler(ImportCatalogue)
export class ImportCatalogueHandler implements ICommandHandler<ImportCatalogue> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly entries: CatalogueEntryStore,
    private readonly imports: CatalogueImportStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, file, source, retireMissing, now }: ImportCatalogue): Promise<CatalogueImportReportDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const revision = (await this.entries.lockAll(tx)) + 1;
      const known = await this.entries.ofSource(tx, source);
      const plan = planOf(file, known, { source, revision, now });
      const missing = missingFrom(file, known);
      // What a line that was rejected meant can't be told: none of the missing is taken for gone then.
      const gone = retireMissing && plan.rejected.length === 0 ? missing : [];
      for (const entry of gone) {
        plan.changed.set(entry.entryId, decideCatalogueEntry({ type: 'retireEntry', revision, now }, entry));
        plan.retired += 1;
      }
      await this.write(tx, plan, revision);
      const { accepted, updated, unchanged, retired } = plan;
      const counts = { accepted, updated, unchanged, retired };
      const isNew = plan.drafted.length + plan.changed.size > 0;
      const done = { id: uuidv7(), source, revision: isNew ? revision : revision - 1 };
      await this.imports.add(tx, {
        ...done,
        ...counts,
        rejected: plan.rejected.length,
        importedBy: actor.userId,
        importedAt: now,
      });
      return { ...done, ...counts, missing: missing.length - gone.length, rejected: plan.rejected };
    });
  }

  private async write(tx: Transaction, { drafted, changed }: Plan, revision: number): Promise<void> {
    await this.entries.createMany(marketplace, drafted);
    await this.entries.updateMany(marketplace, [...changed.keys()], ({ entryId }) => changed.get(entryId) ?? []);
    if (drafted.length + changed.size === 0) return;
    const written = await this.entries.changedSince(tx, revision - 1);
    tx.afterCommit(() => this.catalogue.take(written));
  }
}

function planOf(
  file: CatalogueFile,
  known: readonly CatalogueEntry[],
  { source, revision, now }: { source: string; revision: number; now: string },
): Plan {
  const plan: Plan = {
    drafted: [],
    changed: new Map(),
    rejected: [...file.rejected],
    accepted: 0,
    updated: 0,
    unchanged: 0,
    retired: 0,
  };
  const byId = new Map(known.map((entry) => [entry.externalId, entry]));
  const idsByCode = new Map(known.map(({ code, externalId }) => [code, externalId]));
  for (const entry of file.entries) {
    const code = importedCode(source, entry.id);
    const other = idsByCode.get(code) ?? entry.id;
    if (other !== entry.id) {
      const reason = `The entry would go by the code ${code}, as ${other} does.`;
      plan.rejected.push(rejected(entry.line, 'id', 'catalogue.code-taken', reason));
      continue;
    }
    idsByCode.set(code, entry.id);
    const state = byId.get(entry.id) ?? null;
    const entryId = state?.entryId ?? (uuidv7() as CatalogueEntryId);
    const identity = { entryId, source, externalId: entry.id, code };
    const { details, retired } = saidBy(entry);
    const facts = decideCatalogueEntry({ type: 'importEntry', identity, details, retired, revision, now }, state);
    note(plan, entryId, state, facts);
  }
  const entriesInAll = known.length + plan.drafted.length;
  if (entriesInAll > maxEntriesOfSource)
    throw new DomainError('catalogue.too-many-entries', { max: maxEntriesOfSource });
  plan.rejected.sort((one, another) => one.line - another.line);
  return plan;
}

function note(plan: Plan, entryId: string, state: CatalogueEntry | null, facts: readonly CatalogueEntryFact[]): void {
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

function saidBy({ labels, alternativeLabels, descriptions, terms, retired }: CatalogueFileEntry) {
  return { details: { labels, alternativeLabels, descriptions, terms }, retired };
}

function missingFrom(file: CatalogueFile, known: readonly CatalogueEntry[]): CatalogueEntry[] {
  const named = new Set(file.entries.map(({ id }) => id));
  return known.filter(({ status, externalId }) => status === 'active' && !named.has(externalId));
}
