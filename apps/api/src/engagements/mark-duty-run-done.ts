import { decideDutyRun, type DutyRun, type MarkDutyRunDone as DomainCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { type Actor, scopeOf } from '#platform/security';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../agreements/party-of.js';
import { assertOfEngagement } from './duty-run-of.js';
import { DutyRunStore } from './duty-run.store.js';
import { EngagementStore } from './engagement.store.js';
import { demandOwnWork } from './own-work.js';

export type ReportedWork = Pick<DomainCommand, 'quantity' | 'minutes' | 'evidence' | 'doneAt'>;

export class MarkDutyRunDone extends Command<Versioned<DutyRun>> {
  constructor(
    readonly actor: Actor,
    readonly engagementId: string,
    readonly dutyRunId: string,
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

  execute({ actor, engagementId, dutyRunId, work, now }: MarkDutyRunDone): Promise<Versioned<DutyRun>> {
    const scope = scopeOf(actor);
    return this.runs.update(scope, dutyRunId, null, async (run) => {
      assertOfEngagement(run, engagementId);
      demandOwnWork(actor, run, 'duty-run.not-found');
      const engagement = await this.engagements.find(scope, engagementId);
      return decideDutyRun({ type: 'markDutyRunDone', by: partyOf(actor), engagement, ...work, now }, run);
    });
  }
}
