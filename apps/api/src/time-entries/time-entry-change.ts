import { type Actor, scopeOf } from '#access';
import { type Agreement, demand, type Engagement, type TimeEntry, type TimeEntryFact } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { HourPacks } from '../hour-packs/hour-packs.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { TimeEntryStore } from './time-entry.store.js';

type Decide = (
  entry: TimeEntry,
  scope: Scope,
  of: { readonly agreement: Agreement; readonly engagement: Engagement },
) => Promise<readonly TimeEntryFact[]>;

/** Moves an entry on while no other entry of its engagement changes, since they share the hours of their period. */
@Injectable()
export class TimeEntryChange {
  constructor(
    private readonly database: ApiDatabase,
    private readonly entries: TimeEntryStore,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly packs: HourPacks,
  ) {}

  /** @throws DomainError `time-entry.not-found`, also for an assistant who asks for another one's */
  async by(actor: Actor, id: string, expectedVersion: number | null, decide: Decide): Promise<Versioned<TimeEntry>> {
    const { state } = await this.entries.loadOf(actor, id);
    return this.change(scopeOf(actor), { id, engagementId: state.agreementId }, expectedVersion, decide);
  }

  change(
    scope: Scope,
    { id, engagementId }: { readonly id: string; readonly engagementId: string },
    expectedVersion: number | null,
    decide: Decide,
  ): Promise<Versioned<TimeEntry>> {
    return this.database.transaction(scope, async () => {
      const { state: engagement } = await this.engagements.loadLocked(scope, engagementId);
      const { state: agreement } = await this.agreements.load(scope, engagementId);
      return this.entries.update(
        scope,
        id,
        expectedVersion,
        (entry) => {
          demand(entry.agreementId === agreement.agreementId, 'time-entry.not-found');
          return decide(entry, scope, { agreement, engagement });
        },
        (_tx, entry) => this.packs.follow(scope, entry),
      );
    });
  }
}
