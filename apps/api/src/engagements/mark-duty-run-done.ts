import { type Actor, scopeOf } from '#access';
import { decideDutyRun, type DutyRun, type MarkDutyRunDone as DomainCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

export type ReportedWork = Pick<DomainCommand, 'quantity' | 'minutes' | 'evidence' | 'doneAt'>;

export class MarkDutyRunDone extends Command<Versioned<DutyRun>> {
  constructor(
    readonly actor: Actor,
    readonly engagementId: string,
    readonly dutyRunId: string,
    readonly expectedVersion: number | null,
    readonly work: ReportedWork,
    readonly now: string,
  ) {
    super();
  }
}

/** The agency, or the assistant herself, reports what was done in a period, with its evidence. */
@CommandHandler(MarkDutyRunDone)
export class MarkDutyRunDoneHandler implements ICommandHandler<MarkDutyRunDone> {
  constructor(
    private readonly runs: DutyRunStore,
    private readonly engagements: EngagementStore,
  ) {}

  async execute(command: MarkDutyRunDone): Promise<Versioned<DutyRun>> {
    const { actor, engagementId, dutyRunId, expectedVersion, work, now } = command;
    const scope = scopeOf(actor);
    await this.runs.loadOf(actor, engagementId, dutyRunId);
    return this.runs.update(scope, dutyRunId, expectedVersion, async (run) => {
      const engagement = await this.engagements.find(scope, engagementId);
      return decideDutyRun({ type: 'markDutyRunDone', by: partyOf(actor), engagement, ...work, now }, run);
    });
  }
}
