import { scopeOf } from '#access';
import { decideNewTimeEntry, evolveTimeEntry, type TimeEntry, type TimeEntryId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { TimeEntryStore } from './time-entry.store.js';
import { WorkedTimeReader } from './worked-time-reader.js';

/** `time` is null for a timer. */
export class CreateTimeEntry extends commandOf<
  Call & {
    timeEntryId: TimeEntryId;
    engagementId: string;
    lineId: string;
    note: string | null;
    time: { readonly startedAt: string; readonly endedAt: string } | null;
  },
  Versioned<TimeEntry>
>() {}

/** The assistant, or her agency for her, starts a timer or records time that was worked without one. */
@CommandHandler(CreateTimeEntry)
export class CreateTimeEntryHandler implements ICommandHandler<CreateTimeEntry> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly readiness: ReadinessReader,
    private readonly worked: WorkedTimeReader,
    private readonly entries: TimeEntryStore,
  ) {}

  execute(command: CreateTimeEntry): Promise<Versioned<TimeEntry>> {
    const { actor, timeEntryId, engagementId, lineId, note, time, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      // Entries of an engagement take turns, so that each sees what those before take of its hours.
      const { state: engagement } = await this.engagements.loadLocked(scope, engagementId);
      demandWithinScope(actor, engagement, 'engagement.not-found');
      const { state: agreement } = await this.agreements.load(scope, engagementId);
      const { agreementId, businessId, agencyId, assistantId } = agreement;
      const parties = { timeEntryId, agreementId, businessId, agencyId, assistantId };
      const worked = await this.worked.of(
        scope,
        { agreement, engagement },
        { timeEntryId, lineId, startedAt: time?.startedAt ?? now, now },
      );
      const readiness = await this.readiness.of(assistantId);
      const known = { by: partyOf(actor), ...parties, ...worked, engagement, readiness, note, now };
      const facts = decideNewTimeEntry(
        time === null ? { type: 'startTimer', ...known } : { type: 'recordTime', ...known, ...time },
      );
      const entry = facts.reduce<TimeEntry | null>(evolveTimeEntry, null)!;
      await this.entries.demandFree(scope, entry, entry.startedAt, time?.endedAt ?? null);
      return this.entries.create(scope, timeEntryId, facts);
    });
  }
}
