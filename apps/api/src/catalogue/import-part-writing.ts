import type { ImportJobReportDto } from '#contracts';
import { type CatalogueEntryFact, decideCatalogueEntry } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import type { ImportToDo } from './import-job.store.js';
import { toldRejections } from './import-parts.js';
import { assertRoom, planImport } from './import-plan.js';
import { importedCode } from './imported-code.js';
import { PlanWriting } from './plan-writing.js';
import { shownEntries, shownOf } from './preview-import.js';
import type { CatalogueFileEntry } from './written-entry.js';

type Job = Pick<ImportToDo, 'source' | 'isPreview' | 'retiresMissing'>;

/** Takes in some entries of a file after the other, and adds up what they come to. */
@Injectable()
export class ImportPartWriting {
  constructor(
    private readonly entries: CatalogueEntryStore,
    private readonly writing: PlanWriting,
  ) {}

  /**
   * Looks before the first part whether all of them can be taken in, as far as that can be told without looking at each.
   * @param total entries of the file
   * @throws DomainError `catalogue.no-room`
   */
  async assertRoom(tx: Transaction, { source }: Job, total: number): Promise<void> {
    assertRoom(await this.entries.countInUse(tx), total - (await this.entries.countOf(tx, source)));
  }

  /** @throws DomainError `catalogue.too-many-entries` or `catalogue.no-room` */
  async take(
    tx: Transaction,
    { source, isPreview }: Job,
    entries: readonly CatalogueFileEntry[],
    report: ImportJobReportDto,
    now: string,
  ): Promise<ImportJobReportDto> {
    const revision = isPreview ? 0 : (await this.entries.lockAll(tx)) + 1;
    const ids = entries.map(({ id }) => id);
    const codes = ids.map((id) => importedCode(source, id));
    const known = await this.entries.named(tx, source, ids, codes);
    const others = (await this.entries.countOf(tx, source)) - known.length;
    const file = { entries, rejected: [] };
    const inUse = await this.entries.countInUse(tx);
    const plan = planImport(file, known, { source, retireMissing: false, others, inUse, revision, now });
    if (!isPreview) await this.writing.write(tx, plan, revision);
    const hasChanged = !isPreview && plan.drafted.length + plan.changed.size > 0;
    return {
      ...report,
      revision: hasChanged ? revision : report.revision,
      accepted: report.accepted + plan.accepted,
      updated: report.updated + plan.updated,
      unchanged: report.unchanged + plan.unchanged,
      retired: report.retired + plan.retired,
      rejectedCount: report.rejectedCount + plan.rejected.length,
      rejected: [...report.rejected, ...plan.rejected].slice(0, toldRejections),
      entries: isPreview
        ? [...report.entries, ...shownOf(plan, known, shownEntries - report.entries.length)]
        : report.entries,
    };
  }

  /** What the file doesn't name: retired where that is wanted, unless it may be what a rejected line meant. */
  async takeMissing(
    tx: Transaction,
    { source, isPreview, retiresMissing }: Job,
    ids: readonly string[],
    report: ImportJobReportDto,
    now: string,
  ): Promise<ImportJobReportDto> {
    const revision = isPreview ? 0 : (await this.entries.lockAll(tx)) + 1;
    const missing = await this.entries.missingFrom(tx, source, ids);
    if (!retiresMissing || report.rejectedCount > 0) return { ...report, missing: missing.length };
    const retired = report.retired + missing.length;
    if (isPreview || missing.length === 0) return { ...report, retired };
    const changed = new Map<string, readonly CatalogueEntryFact[]>();
    for (const entry of await this.entries.ofIds(tx, missing)) {
      changed.set(entry.entryId, decideCatalogueEntry({ type: 'retireEntry', revision, now }, entry));
    }
    await this.writing.write(tx, { drafted: [], changed }, revision);
    return { ...report, retired, revision };
  }
}
