import { unexpectedFact } from '../../policy.js';
import type { DutyRun, DutyRunDone, DutyRunFact } from './duty-run.js';

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

function workOf(fact: DutyRunDone, firstDoneAt: string) {
  const { doneAt, reportedAt, minutes, quantity, evidence, owed, silenceAcceptsAt } = fact;
  const work = { doneAt, reportedAt, firstDoneAt, minutes, quantity, evidence, silenceAcceptsAt };
  return { ...work, ...(owed !== undefined && { owed }) };
}
