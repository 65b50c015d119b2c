import { demand, type DutyRun } from '#domain';

/** A run is only found below its own engagement. */
export function assertOfEngagement(run: DutyRun, engagementId: string): void {
  demand(run.agreementId === engagementId, 'duty-run.not-found');
}
