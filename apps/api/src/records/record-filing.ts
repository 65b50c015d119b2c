import { type Actor, marketplace, scopeOf } from '#access';
import {
  assertRoom,
  demand,
  type EngagementId,
  localDate,
  monthOf,
  type RecordContent,
  type RecordContext,
  type RecordSide,
} from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { FileNaming } from '../files/file-naming.js';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import type { Books } from './record-books.store.js';
import { type KeptRecord, RecordStore } from './record.store.js';
import { duplicateKeyOf } from './said-content.js';

/** For whom somebody files. */
export interface FilingParties {
  readonly businessId: string;
  readonly agencyId: string | null;
  readonly engagementId: string | null;
  readonly assistantId: string | null;
}

export const sideOf = ({ organisationKind }: Actor): RecordSide =>
  organisationKind === 'business' ? 'business' : 'agency';

/** What filing and changing an entry have in common: what has to be known, and what goes with it. */
@Injectable()
export class RecordFiling {
  constructor(
    private readonly database: ApiDatabase,
    private readonly records: RecordStore,
    private readonly engagements: EngagementStore,
    private readonly files: FileNaming,
  ) {}

  /**
   * A business files for itself; an agency in an engagement that is under way, an assistant in hers.
   * @throws DomainError `record.engagement-missing`, `record.engagement-not-found`
   */
  async partiesFor(actor: Actor, engagementId: string | null): Promise<FilingParties> {
    if (sideOf(actor) === 'business') {
      return { businessId: actor.organisationId, agencyId: null, engagementId: null, assistantId: null };
    }
    demand(engagementId !== null, 'record.engagement-missing', { at: ['engagementId'] });
    const unknown = 'record.engagement-not-found';
    const found = await this.engagements.find(scopeOf(actor), engagementId as EngagementId);
    demand(found !== null && found.status === 'active', unknown, { at: ['engagementId'] });
    demandWithinScope(actor, found, unknown);
    const { businessId, agencyId, assistantId } = found;
    return { businessId, agencyId, engagementId, assistantId };
  }

  /** What is known of the books when an entry is about to say this; in the marketplace's scope, as an agency doesn't see them. */
  async contextFor(
    actor: Actor,
    books: Books,
    content: Pick<RecordContent, 'datedOn' | 'corrects'>,
    now: string,
    also: readonly string[] = [],
  ): Promise<RecordContext> {
    return this.database.transaction(marketplace, (tx) => this.contextIn(tx, actor, books, content, now, also));
  }

  /**
   * What is known of an entry that is filed, asked for in one round trip: whoever else files for the business waits meanwhile. Nothing is refused
   * before all of it is known, so that it doesn't depend on which answer is there first.
   */
  async aboutNew(
    actor: Actor,
    books: Books,
    id: string,
    content: RecordContent,
    now: string,
  ): Promise<{ context: RecordContext; entries: number; twin: string | null }> {
    const { businessId } = books;
    const seen = { id, duplicateKey: duplicateKeyOf(content), fileIds: content.fileIds };
    return this.database.transaction(marketplace, async (tx) => {
      const [context, entries, twin] = await Promise.all([
        this.contextIn(tx, actor, books, content, now, []),
        this.records.countOf(tx, businessId, yearOf(content.datedOn)),
        this.records.duplicate(tx, businessId, seen),
      ]);
      return { context, entries, twin };
    });
  }

  private async contextIn(
    tx: Transaction,
    actor: Actor,
    { chart, businessId, timeZone }: Books,
    content: Pick<RecordContent, 'datedOn' | 'corrects'>,
    now: string,
    also: readonly string[],
  ): Promise<RecordContext> {
    const [corrected] =
      content.corrects === null
        ? []
        : await tx.query<NonNullable<RecordContext['corrected']>>(
            `SELECT id, dated_on::text AS "datedOn", status FROM api.record WHERE id = $1 AND business_id = $2`,
            [content.corrects, businessId],
          );
    const dates = [content.datedOn, ...also, ...(corrected ? [corrected.datedOn] : [])];
    const closedMonths = await this.records.closedMonths(tx, businessId, dates.map(monthOf));
    const today = localDate(now, timeZone);
    return { chart, by: sideOf(actor), today, closedMonths, corrected: corrected ?? null };
  }

  /**
   * Refuses what is there already, and what names a line of the bank that isn't.
   * @throws DomainError `record.duplicate`, `record.bank-line-not-found`
   */
  async assertNew(businessId: string, id: string, content: RecordContent, isNoDuplicate: boolean): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      if (content.bankLineId !== null) await demandBankLine(tx, businessId, content.bankLineId);
      if (isNoDuplicate) return;
      const seen = { id, duplicateKey: duplicateKeyOf(content), fileIds: content.fileIds };
      assertNoTwin(await this.records.duplicate(tx, businessId, seen));
    });
  }

  /** @throws DomainError `record.bank-line-not-found` */
  async assertBankLine(businessId: string, { bankLineId }: RecordContent): Promise<void> {
    if (bankLineId === null) return;
    await this.database.transaction(marketplace, (tx) => demandBankLine(tx, businessId, bankLineId));
  }

  /**
   * Whether the years that entries of these dates belong to can take them; for whoever has locked the books.
   * @throws DomainError `record.too-many-entries`
   */
  async assertRoomFor(businessId: string, dates: readonly string[]): Promise<void> {
    const added = new Map<number, number>();
    for (const year of dates.map(yearOf)) added.set(year, (added.get(year) ?? 0) + 1);
    await this.database.transaction(marketplace, async (tx) => {
      for (const [year, more] of added)
        assertRoom(await this.records.countOf(tx, businessId, year), more, String(year));
    });
  }

  /** From now on whoever sees the entry sees its documents; those that it doesn't name any more go back. */
  async nameFiles(actor: Actor, record: KeptRecord, before: readonly string[], now: string): Promise<void> {
    const { id, businessId, agencyId, assistantId, fileIds } = record;
    const organisations = [businessId, ...(agencyId === null ? [] : [agencyId])];
    const named = fileIds.map((file, index) => ({ id: file, at: ['fileIds', index] }));
    const fresh = named.filter((file) => !before.includes(file.id));
    await this.files.name(actor, fresh, { kind: 'record', id, organisations, assistantId }, now);
    const gone = before.filter((file) => !fileIds.includes(file));
    if (gone.length > 0) await this.files.unname(gone, { kind: 'record', id });
  }
}

/** Of the calendar. */
const yearOf = (date: string): number => Number(date.slice(0, 4));

/** @throws DomainError `record.duplicate` */
export const assertNoTwin = (twin: string | null): void =>
  demand(twin === null, 'record.duplicate', { detail: `See /v1/records/${twin ?? ''}.` });

async function demandBankLine(tx: Transaction, businessId: string, id: string): Promise<void> {
  const [line] = await tx.query(
    `SELECT FROM api.record WHERE id = $1 AND business_id = $2 AND kind = 'bank-line' AND status <> 'withdrawn'`,
    [id, businessId],
  );
  demand(line !== undefined, 'record.bank-line-not-found', { at: ['bankLineId'] });
}
