import { scopeOf } from '#access';
import { decideDutyRun, type DutyRun } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';

/** Accepted with a score from 1 to 5, or returned with a reason. */
export type Judgement = { readonly quality: number } | { readonly reason: string };

export class JudgeDutyRun extends commandOf<NestedChange & { judgement: Judgement }, Versioned<DutyRun>>() {}

/** The business accepts what was done, or gives it back. */
@CommandHandler(JudgeDutyRun)
export class JudgeDutyRunHandler implements ICommandHandler<JudgeDutyRun> {
  constructor(private readonly runs: DutyRunStore) {}

  async execute(command: JudgeDutyRun): Promise<Versioned<DutyRun>> {
    const { actor, parentId: engagementId, id: dutyRunId, expectedVersion, judgement, now } = command;
    const by = partyOf(actor);
    await this.runs.loadOf(actor, engagementId, dutyRunId);
    return this.runs.update(scopeOf(actor), dutyRunId, expectedVersion, (run) =>
      'quality' in judgement
        ? decideDutyRun({ type: 'acceptDutyRun', by, quality: judgement.quality, now }, run)
        : decideDutyRun({ type: 'returnDutyRun', by, reason: judgement.reason, now }, run),
    );
  }
}
