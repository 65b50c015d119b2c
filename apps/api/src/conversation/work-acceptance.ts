import { type AcceptedWork, decideDutyRun, demand, type Party } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DutyRunStore } from '../work-records/duty-run.store.js';

/** Work that the business accepts by a message, as it would by itself; a rest is settled where work is looked at. */
@Injectable()
export class WorkAcceptance {
  constructor(private readonly runs: DutyRunStore) {}

  /**
   * In the ambient transaction, with the message.
   * @throws DomainError `duty-run.…`
   */
  async accept(
    scope: Scope,
    { by, engagementId, now }: { readonly by: Party; readonly engagementId: string; readonly now: string },
    { dutyRunId, quality }: AcceptedWork,
  ): Promise<void> {
    await this.runs.update(scope, dutyRunId, null, (run) => {
      demand(run.agreementId === engagementId, 'duty-run.not-found');
      return decideDutyRun({ type: 'acceptDutyRun', by, quality, rest: null, laterPeriod: null, now }, run);
    });
  }
}
