import type { Candidate } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { SupplyColumns } from './columns/supply-columns.js';
import { KnownReviews } from './known-reviews.js';
import { referenceRates } from './reference-rates.js';
import { idsAfter, readAgencies, readAssistants, readChanges } from './supply-reader.js';
import { fromTheStart, type ReadMark, takeReadMark } from './written-since.js';

/** Rows that are read and put at a time: so many hold up nobody else for long. */
const pageSize = 500;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * The supply in memory, as each process of the matcher needs it whole: before each ranking it reads what the projection
 * wrote since the last look. So it is never older than the projection, whichever process wrote that.
 */
@Injectable()
export class Supply {
  readonly columns = new SupplyColumns(referenceRates);
  private readonly reviews = new KnownReviews();
  private mark: ReadMark = fromTheStart;
  private refreshing: Promise<unknown> = Promise.resolve();

  /** Everybody who is listed. */
  all(): Iterable<Candidate> {
    return this.columns.candidates();
  }

  /** Mean of all reviews as a part of the scale, 0 to 1. */
  get marketplaceQuality(): number {
    return this.reviews.marketplaceQuality;
  }

  /** Reads what is new; one after the other, because two at once could set each other back. */
  refresh(tx: Transaction): Promise<void> {
    const turn = this.refreshing.then(() => (this.mark === fromTheStart ? this.readAll(tx) : this.readOn(tx)));
    this.refreshing = turn.catch(() => undefined);
    return turn;
  }

  private async readOn(tx: Transaction): Promise<void> {
    const { mark, agencyIds, assistantIds } = await readChanges(tx, this.mark);
    for (const page of pages(agencyIds)) await this.takeAgencies(tx, page);
    for (const page of pages(assistantIds)) await this.takeAssistants(tx, page);
    this.mark = mark;
  }

  /** Page by page in order of the ids, and then whatever was written meanwhile. */
  private async readAll(tx: Transaction): Promise<void> {
    const mark = await takeReadMark(tx);
    for (const of of ['agency', 'assistant'] as const) {
      for (let last = beforeAllIds; ;) {
        const ids = await idsAfter(tx, of, last, pageSize);
        if (ids.length === 0) break;
        await (of === 'agency' ? this.takeAgencies(tx, ids) : this.takeAssistants(tx, ids));
        last = ids.at(-1)!;
      }
    }
    this.mark = mark;
    await this.readOn(tx);
  }

  private async takeAgencies(tx: Transaction, agencyIds: readonly string[]): Promise<void> {
    for (const { agencyId, ...facts } of await readAgencies(tx, agencyIds)) this.columns.setAgency(agencyId, facts);
  }

  private async takeAssistants(tx: Transaction, assistantIds: readonly string[]): Promise<void> {
    for (const { assistantId, listed, reviews } of await readAssistants(tx, assistantIds)) {
      this.reviews.change(assistantId, this.columns.reviewsOf(assistantId), reviews, listed !== null);
      if (listed === null) this.columns.remove(assistantId);
      else this.columns.put(listed);
    }
  }
}

function* pages(ids: readonly string[]): Iterable<readonly string[]> {
  for (let at = 0; at < ids.length; at += pageSize) yield ids.slice(at, at + pageSize);
}
