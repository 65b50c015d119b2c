import { marketplace } from '#access';
import type { CatalogueImportPreviewDto, PreviewedEntryDto } from '#contracts';
import { type CatalogueEntry, evolveCatalogueEntry } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import type { CatalogueFile } from './catalogue-file.js';
import { type ImportPlan, planImport } from './import-plan.js';

/** Entries that are shown as they would be; the counts are of all. */
export const shownEntries = 50;

/** What an import of a file would come to now, without taking in anything. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly database: ApiDatabase,
    private readonly entries: CatalogueEntryStore,
  ) {}

  async read(
    file: CatalogueFile,
    wanted: { readonly source: string; readonly retireMissing: boolean; readonly now: string },
  ): Promise<CatalogueImportPreviewDto> {
    const { known, inUse } = await this.database.read(marketplace, async (tx) => ({
      known: await this.entries.ofSource(tx, wanted.source),
      inUse: await this.entries.countInUse(tx),
    }));
    const plan = planImport(file, known, { ...wanted, inUse, revision: 0 });
    const { accepted, updated, unchanged, retired, missing, rejected } = plan;
    const counts = { accepted, updated, unchanged, retired, missing };
    return {
      source: wanted.source,
      ...counts,
      rejected,
      remarks: [...file.remarks],
      entries: shownOf(plan, known, shownEntries),
    };
  }
}

/** The first entries as they would be. */
export function shownOf(
  { drafted, changed }: ImportPlan,
  known: readonly CatalogueEntry[],
  most: number,
): PreviewedEntryDto[] {
  const before = new Map<string, CatalogueEntry>(known.map((entry) => [entry.entryId, entry]));
  const becoming = [...drafted.map(({ id, facts }) => [id, facts] as const), ...changed];
  return becoming.slice(0, most).map(([id, happened]) => {
    const state = happened.reduce<CatalogueEntry | null>(evolveCatalogueEntry, before.get(id) ?? null)!;
    const becomes = !before.has(id) ? 'new' : state.status === 'retired' ? 'retired' : 'changed';
    return { code: state.code, labels: state.labels, becomes };
  });
}
