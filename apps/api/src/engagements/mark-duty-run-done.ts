import { scopeOf } from '#access';
import { decideDutyRun, type DutyRun, type MarkDutyRunDone as DomainCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookingStore } from '../bookings/booking.store.js';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { FileNaming } from '../files/file-naming.js';
import { partyOf } from '../party-of.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

export type ReportedWork = Pick<DomainCommand, 'quantity' | 'minutes' | 'evidence' | 'doneAt'>;

export class MarkDutyRunDone extends commandOf<NestedChange & { work: ReportedWork }, Versioned<DutyRun>>() {}

/** The agency, or the assistant herself, reports what was done in a period, with its evidence. */
@CommandHandler(MarkDutyRunDone)
export class MarkDutyRunDoneHandler implements ICommandHandler<MarkDutyRunDone> {
  constructor(
    private readonly runs: DutyRunStore,
    private readonly engagements: EngagementStore,
    private readonly readiness: ReadinessReader,
    private readonly bookings: BookingStore,
    private readonly files: FileNaming,
    private readonly absences: AbsenceStore,
  ) {}

  async execute(command: MarkDutyRunDone): Promise<Versioned<DutyRun>> {
    const { actor, parentId: engagementId, id: dutyRunId, expectedVersion, work, now } = command;
    const scope = scopeOf(actor);
    await this.runs.loadOf(actor, engagementId, dutyRunId);
    return this.runs.update(scope, dutyRunId, expectedVersion, async (run) => {
      const engagement = await this.engagements.find(scope, engagementId);
      const readiness = await this.readiness.of(run.assistantId);
      const daysOffAgreed = await this.bookings.daysOffAgreed(scope, engagementId);
      const absences = await this.absences.timeOfEngagement(engagementId);
      const known = { engagement, readiness, absences, daysOffAgreed };
      const facts = decideDutyRun({ type: 'markDutyRunDone', by: partyOf(actor), ...known, ...work, now }, run);
      await this.showFiles(command, run);
      return facts;
    });
  }

  /** From now on the business sees the files that show the work. */
  private async showFiles({ actor, id, work, now }: MarkDutyRunDone, run: DutyRun): Promise<void> {
    const files = work.evidence.flatMap(({ kind, value }, index) =>
      kind === 'file' ? [{ id: value, at: ['evidence', index, 'value'] }] : [],
    );
    const { businessId, agencyId, assistantId } = run;
    const subject = { kind: 'duty-run', id, organisations: [businessId, agencyId], assistantId } as const;
    await this.files.name(actor, files, subject, now);
  }
}
