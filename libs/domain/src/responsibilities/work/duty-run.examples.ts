import type { DutyRunId } from '../../ids.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import {
  acceptedAgreement,
  agency,
  agreementId,
  agreementParties,
  business,
  readiness,
} from '../agreement/agreement.examples.js';
import { versionInForce } from '../agreement/agreement.policies.js';
import { partiesOf } from '../../work-parties.js';
import { decideDutyRun } from './duty-run-decisions.js';
import { scheduleRuns } from './duty-run-schedule.js';
import type { DutyRun, DutyRunCommand, DutyRunFact, MarkDutyRunDone, PlannedRun, ScheduleDutyRun } from './duty-run.js';
import type { ActiveEngagement } from './engagement.js';
import { evolveDutyRun } from './duty-run-evolution.js';

/** For specs: the terms that are in force. */
export const termsInForce = (agreement = acceptedAgreement()): AgreementTerms => {
  const version = versionInForce(agreement);
  if (!version) throw new Error('no version is in force');
  return version.terms;
};

/** The first week of the inbox: 2 to 8 March 2026 in Madrid, 5 units, silence accepts after 72 hours. */
export const firstWeek = scheduleRuns(termsInForce(), 1)[0] as PlannedRun;

export const scheduleOf = (plan: PlannedRun, id = 'run-1'): ScheduleDutyRun => ({
  type: 'scheduleDutyRun',
  dutyRunId: id as DutyRunId,
  ...agreementParties,
  carriedFrom: null,
  plan,
  now: '2026-02-25T09:00:00.000Z',
});

export const engagement: ActiveEngagement = {
  status: 'active',
  engagementId: agreementId,
  ...partiesOf(agreementParties),
  firstBookingId: null,
  startedAt: '2026-02-25T09:00:00.000Z',
};

export const markDone: MarkDutyRunDone = {
  type: 'markDutyRunDone',
  by: agency,
  engagement,
  readiness,
  absences: [],
  daysOffAgreed: false,
  doneAt: '2026-03-06T15:00:00.000Z',
  minutes: 300,
  quantity: 5,
  evidence: [{ kind: 'link', value: 'https://desk.example/reports/1' }],
  now: '2026-03-06T16:00:00.000Z',
};
export const accept = {
  type: 'acceptDutyRun',
  by: business,
  quality: 4,
  rest: null,
  laterPeriod: null,
  now: '2026-03-07T09:00:00.000Z',
} as const satisfies DutyRunCommand;
export const giveBack = {
  type: 'returnDutyRun',
  by: business,
  reason: 'Two messages were left unanswered',
  now: '2026-03-07T09:00:00.000Z',
} as const satisfies DutyRunCommand;

/** Plays commands one after the other, each against what the ones before left. */
export function playedRun(commands: readonly DutyRunCommand[]): { facts: DutyRunFact[]; run: DutyRun } {
  const facts: DutyRunFact[] = [];
  let run: DutyRun | null = null;
  for (const command of commands) {
    const decided = decideDutyRun(command, run);
    run = decided.reduce<DutyRun | null>(evolveDutyRun, run);
    facts.push(...decided);
  }
  if (!run) throw new Error('nothing was played');
  return { facts, run };
}
