import { unexpectedFact } from '../../policy.js';
import type { DutyRun, DutyRunDone, DutyRunFact, DutyRunReleased, ScheduledDutyRun } from './duty-run.js';

/** The duty run after one more fact. */
export function evolveDutyRun(run: DutyRun | null, fact: DutyRunFact): DutyRun {
  if (fact.type === 'dutyRunScheduled') {
    if (run) unexpectedFact(fact, run.status);
    const { type: _, plan, scheduledAt: __, ...identity } = fact;
    return { status: 'scheduled', ...identity, ...plan, timesReturned: 0 };
  }
  if (fact.type === 'dutyRunReassigned') {
    if (run?.status !== 'scheduled' && run?.status !== 'returned')
      return unexpectedFact(fact, run?.status ?? 'nothing');
    const { formerAssistantId, assistantId, reassignedAt: until } = fact;
    return { ...run, assistantId, formerly: [...(run.formerly ?? []), { assistantId: formerAssistantId, until }] };
  }
  if (fact.type === 'dutyRunHeld' && run) return { ...run, disputeId: fact.disputeId };
  if (fact.type === 'dutyRunReleased') return released(run, fact);
  switch (run?.status) {
    case 'scheduled':
      if (fact.type === 'dutyRunReplanned') return { ...run, ...fact.plan };
      if (fact.type === 'dutyRunCancelled') return { ...run, status: 'cancelled', cancelledAt: fact.cancelledAt };
      if (fact.type === 'dutyRunDone') return { ...run, status: 'done', ...workOf(fact, fact.doneAt) };
      break;
    case 'returned':
      if (fact.type === 'dutyRunDone') {
        const { reason: _, returnedAt: __, owed: ___, ...again } = run;
        return { ...again, status: 'done', ...workOf(fact, run.firstDoneAt) };
      }
      break;
    case 'done': {
      const { silenceAcceptsAt: _, ...done } = run;
      if (fact.type === 'dutyRunReturned') {
        const { reason, returnedAt } = fact;
        return { ...done, status: 'returned', reason, returnedAt, timesReturned: run.timesReturned + 1 };
      }
      if (fact.type === 'dutyRunAccepted') {
        const { acceptedAt, bySilence, quality, rest } = fact;
        return { ...done, status: 'accepted', acceptedAt, bySilence, quality, rest, invoiceId: null };
      }
      break;
    }
    case 'accepted':
      if (fact.type === 'dutyRunInvoiced') return { ...run, invoiceId: fact.invoiceId };
      break;
    default:
  }
  return unexpectedFact(fact, run?.status ?? 'nothing');
}

/** What was decided is accepted from then on, so that the next invoice charges it; what falls is as if nobody owed it. */
function released(run: DutyRun | null, fact: DutyRunReleased): DutyRun {
  if (run?.status !== 'done' && run?.status !== 'returned' && run?.status !== 'accepted') {
    return unexpectedFact(fact, run?.status ?? 'nothing');
  }
  const { disputeId: _, ...free } = run;
  const { accepts, releasedAt } = fact;
  if (accepts === null) return free;
  if (accepts === 0) return { ...planOf(free), status: 'cancelled', cancelledAt: releasedAt };
  const { doneAt, reportedAt, firstDoneAt, minutes, evidence, owed } = free;
  const before = free.status === 'accepted' ? free : null;
  const undone = (owed ?? free.volume) - accepts;
  return {
    ...planOf(free),
    status: 'accepted',
    doneAt,
    reportedAt,
    firstDoneAt,
    minutes,
    quantity: accepts,
    evidence,
    ...(owed !== undefined && { owed }),
    acceptedAt: releasedAt,
    bySilence: before?.bySilence ?? false,
    quality: before?.quality ?? null,
    rest: before?.rest ?? (undone > 0 ? { quantity: undone, becomes: 'waived' } : null),
    invoiceId: null,
  };
}

/** What was planned, without what was reported. */
function planOf(run: DutyRun): Omit<ScheduledDutyRun, 'status'> {
  const { dutyRunId, agreementId, agencyId, businessId, assistantId, carriedFrom, formerly, timesReturned } = run;
  const { lineId, dutyCode, description, doneCriterion, unit, cadence, rule, versionNumber } = run;
  const { periodNumber, periodStartsOn, periodEndsOn, startsAt, dueAt, volume, unitPrice } = run;
  const { silenceAcceptsAfterHours } = run;
  const identity = { dutyRunId, agreementId, agencyId, businessId, assistantId, carriedFrom, timesReturned };
  const line = { lineId, dutyCode, description, doneCriterion, unit, cadence, versionNumber, volume, unitPrice };
  const period = { periodNumber, periodStartsOn, periodEndsOn, startsAt, dueAt, silenceAcceptsAfterHours };
  const said = { ...(rule !== undefined && { rule }), ...(formerly !== undefined && { formerly }) };
  return { ...identity, ...line, ...period, ...said };
}

function workOf(fact: DutyRunDone, firstDoneAt: string) {
  const { doneAt, reportedAt, minutes, quantity, evidence, owed, silenceAcceptsAt } = fact;
  const work = { doneAt, reportedAt, firstDoneAt, minutes, quantity, evidence, silenceAcceptsAt };
  return { ...work, ...(owed !== undefined && { owed }) };
}
