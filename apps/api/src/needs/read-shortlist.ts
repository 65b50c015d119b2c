import type { ExplanationDto, ExplanationV1, ListedAsDto, ShortlistDto } from '#contracts';
import { DomainError, epochDay } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { NeedStore } from './need.store.js';
import { type KeptShortlist, ShortlistStore } from './shortlist.store.js';

/** The shortlist of a need, joined with what is public about those on it. */
@Injectable()
export class ReadShortlist {
  constructor(
    private readonly database: ApiDatabase,
    private readonly needs: NeedStore,
    private readonly shortlists: ShortlistStore,
    private readonly waiter: ResultWaiter,
  ) {}

  /** Waits for the current one; an older one is better than none when the time is over. */
  async read(scope: Scope, needId: string, waitSeconds: number): Promise<ShortlistDto> {
    let latest: KeptShortlist | null = null;
    await this.waiter.until(resultKey(needId), waitSeconds, async () => {
      latest = await this.find(scope, needId);
      return latest.isCurrent ? latest : null;
    });
    return this.dto(needId, latest ?? (await this.find(scope, needId)));
  }

  /** Has a fresh one prepared, as assistants come, go and get booked. */
  async refresh(scope: Scope, needId: string, waitSeconds: number): Promise<ShortlistDto> {
    const { state, version } = await this.needs.load(scope, needId);
    if (state.status !== 'posted') throw new DomainError('need.not-posted');
    await this.shortlists.ask(scope, { state, version });
    return this.read(scope, needId, waitSeconds);
  }

  /** @throws DomainError `need.not-found`, `need.not-posted` */
  private async find(scope: Scope, needId: string): Promise<KeptShortlist> {
    const found = await this.shortlists.find(scope, needId);
    if (found !== null) return found;
    const { state } = await this.needs.load(scope, needId);
    if (state.status === 'draft') throw new DomainError('need.not-posted');
    return { content: null, isCurrent: false };
  }

  private async dto(needId: string, { content, isCurrent }: KeptShortlist): Promise<ShortlistDto> {
    if (content === null) {
      const none = { entries: [], nearMisses: [], considered: 0, excluded: {} };
      return { needId, status: 'preparing', needVersion: null, preparedAt: null, rates: null, ...none };
    }
    const { needVersion, preparedAt, ratesAsOf, entries, nearMisses, considered, excluded } = content;
    const listings = await this.listings([...entries, ...nearMisses].map(({ assistantId }) => assistantId));
    const listedAs = (assistantId: string): ListedAsDto => listings.get(assistantId) ?? notListed;
    return {
      needId,
      status: isCurrent ? 'prepared' : 'outdated',
      needVersion,
      preparedAt,
      rates: ratesAsOf === undefined ? null : { asOf: ratesAsOf, ageDays: daysBetween(ratesAsOf, preparedAt) },
      entries: entries.map((entry) => ({
        ...entry,
        newcomerSlot: entry.newcomerSlot ?? null,
        explanation: explained(entry.explanation),
        agencySuggestions: entry.agencySuggestions ?? null,
        ...listedAs(entry.assistantId),
      })),
      nearMisses: nearMisses.map((miss) => ({
        ...miss,
        shortfall: miss.shortfall ?? null,
        ...listedAs(miss.assistantId),
      })),
      considered,
      excluded,
    };
  }

  private async listings(assistantIds: readonly string[]): Promise<ReadonlyMap<string, ListedAsDto>> {
    const rows = await this.database.read({ kind: 'public' }, (tx) =>
      tx.query<ListedAsDto & { id: string }>(
        `SELECT id, display_name AS "displayName", professional_title AS "professionalTitle", agency_name AS "agencyName"
           FROM api.published_assistant WHERE id = ANY ($1::uuid[])`,
        [assistantIds],
      ),
    );
    return new Map(rows.map(({ id, ...listedAs }) => [id, listedAs]));
  }
}

/** Shortlists that were prepared before there were preferred skills don't tell the two kinds apart. */
const explained = (explanation: ExplanationV1): ExplanationDto => ({
  ...explanation,
  work: explanation.work ?? null,
  skills: explanation.skills.map((skill) => ({ ...skill, required: skill.required ?? null })),
});

const notListed: ListedAsDto = { displayName: null, professionalTitle: null, agencyName: null };

export const resultKey = (needId: string): string => `shortlist ${needId}`;

const daysBetween = (on: string, at: string): number => epochDay(at.slice(0, 10)) - epochDay(on);
