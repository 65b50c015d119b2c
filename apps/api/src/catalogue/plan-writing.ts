import { marketplace } from '#access';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import { DutyCatalogue } from './duty-catalogue.js';
import type { ImportPlan } from './import-plan.js';

/** Writes what an import comes to, and tells this process' catalogue once it is committed. */
@Injectable()
export class PlanWriting {
  constructor(
    private readonly entries: CatalogueEntryStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  async write(
    tx: Transaction,
    { drafted, changed }: Pick<ImportPlan, 'drafted' | 'changed'>,
    revision: number,
  ): Promise<void> {
    await this.entries.createMany(marketplace, drafted);
    await this.entries.updateMany(marketplace, [...changed.keys()], ({ entryId }) => changed.get(entryId) ?? []);
    if (drafted.length + changed.size === 0) return;
    const written = await this.entries.changedSince(tx, revision - 1);
    tx.afterCommit(() => this.catalogue.take(written));
  }
}
