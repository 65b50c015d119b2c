import { scopeOf } from '#access';
import { type Absence, decideAbsence } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { reporterOf } from './absence-rules.js';

export class WithdrawAbsence extends commandOf<Change, Versioned<Absence>>() {}

/** It was a mistake. */
@CommandHandler(WithdrawAbsence)
export class WithdrawAbsenceHandler implements ICommandHandler<WithdrawAbsence> {
  constructor(private readonly absences: AbsenceStore) {}

  async execute({ actor, id, expectedVersion, now }: WithdrawAbsence): Promise<Versioned<Absence>> {
    await this.absences.loadOf(actor, id);
    return this.absences.update(scopeOf(actor), id, expectedVersion, (absence) =>
      decideAbsence({ type: 'withdrawAbsence', by: reporterOf(actor), now }, absence),
    );
  }
}
