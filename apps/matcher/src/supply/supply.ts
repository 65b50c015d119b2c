import type { ExchangeRates } from '#domain';
import { referenceRates } from '#knowledge/rates';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { SupplyColumns } from '../search/columns/supply-columns.js';
import { KnownReviews } from './known-reviews.js';
import {
  forgottenBefore,
  idsAfter,
  readAgencies,
  readAssistants,
  readBusyChanges,
  readChanges,
} from './supply-reader.js';
import { type History, readHistory, type SnapshotLine, SupplySnapshot } from './supply-snapshot.js';
import { fromTheStart, type ReadMark, takeReadMark } from './read-mark.js';

/** Rows that are read and put at a time: so many hold up nobody else for long. */
const pageSize = 500;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * The supply in memory, as each process of the matcher needs it whole: before each ranking it reads what the projection
 * wrote since the last look. So it is never older than the projection, whichever process wrote that.
 */
@Injectable()
export class Supply {
  readonly columns = new SupplyColumns(referenceRates());
  private newRates: ExchangeRates | null = null;
  private reviews = new KnownReviews();
  private history: History | null = null;
  private mark: ReadMark = fromTheStart;
  private refreshing: Promise<unknown> = Promise.resolve();

  constructor(private readonly snapshot: SupplySnapshot) {}

  /** Mean of all reviews as a part of the scale, 0 to 1. */
  get marketplaceQuality(): number {
    return this.reviews.marketplaceQuality;
  }

  /** The rates by which prices in different currencies are compared. */
  get rates(): ExchangeRates {
    return this.newRates ?? this.columns.prices.rates;
  }

  /** Compares prices by other rates from the next look at the tables on, so that nobody's ranking changes under way. */
  useRates(rates: ExchangeRates): void {
    this.newRates = rates;
  }

  /** Reads what is new; one after the other, because two at once could set each other back. */
  refresh(tx: Transaction): Promise<void> {
    const turn = this.refreshing.then(() => {
      if (this.newRates !== null) this.columns.compareBy(this.newRates);
      this.newRates = null;
      return this.mark === fromTheStart ? this.begin(tx) : this.readOn(tx);
    });
    this.refreshing = turn.catch(() => undefined);
    return turn;
  }

  /** Keeps what is known for the next start. */
  async save(): Promise<void> {
    if (this.history !== null) await this.snapshot.save(this.history, this.mark, this.lines());
  }

  private async begin(tx: Transaction): Promise<void> {
    this.history = await readHistory(tx);
    const mark = await this.snapshot.load(this.history, await takeReadMark(tx), (line) => this.takeLine(line));
    if (mark === null) {
      // What a snapshot that turned out useless may have left.
      for (const { assistantId } of this.columns.candidates()) this.columns.remove(assistantId);
      this.reviews = new KnownReviews();
      await this.readAll(tx);
    } else {
      this.mark = mark;
      await this.readOn(tx);
    }
  }

  private takeLine(line: SnapshotLine): void {
    if ('agencyId' in line) {
      this.columns.setAgency(line.agencyId, line.facts);
    } else if ('listed' in line) {
      this.columns.put(line.listed);
      this.reviews.change(line.listed.assistantId, null, line.listed.reviews, true);
    } else {
      this.reviews.change(line.unlisted, null, line.reviews, false);
    }
  }

  private *lines(): Iterable<SnapshotLine> {
    for (const { agencyId, ...facts } of this.columns.allAgencies()) yield { agencyId, facts };
    for (const [unlisted, reviews] of this.reviews.unlisted()) yield { unlisted, reviews };
    for (const { agencyStatus: _status, responses: _responses, ...listed } of this.columns.candidates()) {
      yield { listed: { ...listed, busy: Array.from(listed.busy), elsewhere: Array.from(listed.elsewhere) } };
    }
  }

  private async readOn(tx: Transaction): Promise<void> {
    const { mark, agencyIds, assistantIds, bookedIds } = await readChanges(tx, this.mark);
    for (const page of pages(agencyIds)) await this.takeAgencies(tx, page);
    if (bookedIds.length > pageSize) {
      // So many are read whole, page by page.
      for (const page of pages([...new Set([...assistantIds, ...bookedIds])])) await this.takeAssistants(tx, page);
    } else {
      for (const page of pages(assistantIds)) await this.takeAssistants(tx, page, this.listedAmong(page));
      if (bookedIds.length > 0) await this.takeBusyChanges(tx);
    }
    this.mark = mark;
  }

  /** Their booked time is followed booking by booking, so nothing else of them makes it be read again. */
  private listedAmong(assistantIds: readonly string[]): string[] {
    return assistantIds.filter((assistantId) => this.columns.busyTimeOf(assistantId) !== null);
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

  /** @param withKnownBusyTime those whose booked time stays as it is in memory */
  private async takeAssistants(
    tx: Transaction,
    assistantIds: readonly string[],
    withKnownBusyTime: readonly string[] = [],
  ): Promise<void> {
    const since = forgottenBefore(Date.now());
    for (const known of await readAssistants(tx, assistantIds, withKnownBusyTime, since)) {
      const { assistantId, listed, reviews } = known;
      this.reviews.change(assistantId, this.columns.reviewsOf(assistantId), reviews, listed !== null);
      if (listed === null) this.columns.remove(assistantId);
      else this.columns.put({ ...listed, busy: listed.busy ?? this.columns.busyTimeOf(assistantId) ?? [] });
    }
  }

  private async takeBusyChanges(tx: Transaction): Promise<void> {
    const since = forgottenBefore(Date.now());
    for (const { assistantId, covered, taken } of await readBusyChanges(tx, this.mark)) {
      this.columns.changeBusyTime(assistantId, covered, taken, since);
    }
  }
}

function* pages(ids: readonly string[]): Iterable<readonly string[]> {
  for (let at = 0; at < ids.length; at += pageSize) yield ids.slice(at, at + pageSize);
}
