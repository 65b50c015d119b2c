import { scopeOf } from '#access';
import { decideDutyRun, type DutyRun } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';

export class ReturnDutyRun extends commandOf<NestedChange & { reason: string }, Versioned<DutyRun>>() {}

/** The business gives back what is not done as agreed. */
@CommandHandler(ReturnDutyRun)
export class ReturnDutyRunHandler implements ICommandHandler<ReturnDutyRun> {
  constructor(private readonly runs: DutyRunStore) {}

  async execute(command: ReturnDutyRun): Promise<Versioned<DutyRun>> {
    const { actor, parentId: engagementId, id: dutyRunId, expectedVersion, reason, now } = command;
    await this.runs.loadOf(actor, engagementId, dutyRunId);
    return this.runs.update(scopeOf(actor), dutyRunId, expectedVersion, (run) =>
      decideDutyRun({ type: 'returnDutyRun', by: partyOf(actor), reason, now }, run),
    );
  }
}
