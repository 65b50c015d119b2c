import { scopeOf } from '#access';
import { type Absence, decideAbsence } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { reporterOf } from './absence-rules.js';

export class EndAbsence extends commandOf<Change & { endsAt: string }, Versioned<Absence>>() {}

/** She is back, or it is known when she comes back. */
@CommandHandler(EndAbsence)
export class EndAbsenceHandler implements ICommandHandler<EndAbsence> {
  constructor(private readonly absences: AbsenceStore) {}

  async execute({ actor, id, expectedVersion, endsAt, now }: EndAbsence): Promise<Versioned<Absence>> {
    await this.absences.loadOf(actor, id);
    return this.absences.update(scopeOf(actor), id, expectedVersion, async (absence) => {
      const all = await this.absences.ofAssistant(absence.assistantId, now);
      const others = all.filter(({ absenceId }) => absenceId !== absence.absenceId);
      return decideAbsence({ type: 'endAbsence', by: reporterOf(actor), endsAt, others, now }, absence);
    });
  }
}
