import { demand, uphold } from '../../policy.js';
import { plusHours } from '../../time/calendar.js';
import { acceptPolicies, donePolicies, owedOf, returnPolicies, silencePolicies } from './duty-run.policies.js';
import { restBySilence, restSaid } from './rest-of-run.js';
import type {
  AcceptDutyRun,
  AcceptDutyRunBySilence,
  DoneDutyRun,
  DutyRun,
  DutyRunCommand,
  DutyRunFact,
  HoldDutyRun,
  InvoiceDutyRun,
  MarkDutyRunDone,
  ReassignDutyRun,
  ReleaseDutyRun,
  ReturnDutyRun,
  ScheduledDutyRun,
  ScheduleDutyRun,
} from './duty-run.js';

/**
 * What happens to one period of one duty when somebody asks for something.
 * @throws DomainError `duty-run.*`
 */
export function decideDutyRun(command: DutyRunCommand, run: DutyRun | null): DutyRunFact[] {
  if (command.type === 'scheduleDutyRun') {
    if (run) throw new Error(`duty run ${run.dutyRunId} was scheduled before`);
    return [scheduled(command)];
  }
  if (!run) throw new Error(`${command.type} without a duty run`);
  if (command.type !== 'releaseDutyRun') demandNotInDispute(command, run);
  switch (command.type) {
    case 'replanDutyRun':
      demandUntouched(run);
      return [{ type: 'dutyRunReplanned', plan: command.plan, replannedAt: command.now }];
    case 'cancelDutyRun':
      demandUntouched(run);
      return [{ type: 'dutyRunCancelled', cancelledAt: command.now }];
    case 'markDutyRunDone':
      return [done(command, run)];
    case 'acceptDutyRun':
      return [accepted(command, run)];
    case 'acceptDutyRunBySilence':
      return [acceptedBySilence(command, run)];
    case 'returnDutyRun':
      return [returned(command, run)];
    case 'reassignDutyRun':
      return reassigned(command, run);
    case 'holdDutyRun':
      return [held(command, run)];
    case 'releaseDutyRun':
      return released(command, run);
    case 'invoiceDutyRun':
      return [invoiced(command, run)];
    default:
      return command satisfies never;
  }
}

function scheduled(command: ScheduleDutyRun): DutyRunFact {
  const { type: _, now, ...scheduledRun } = command;
  return { type: 'dutyRunScheduled', ...scheduledRun, scheduledAt: now };
}

/** Until a dispute is settled, all stays as it was; whoever takes over the work takes over what isn't in dispute. */
function demandNotInDispute({ type }: DutyRunCommand, { disputeId }: DutyRun): void {
  demand(disputeId === undefined || type === 'reassignDutyRun', 'duty-run.in-dispute', { disputeId });
}

/** What somebody has worked on keeps the terms under which it was done. */
function demandUntouched(run: DutyRun): asserts run is ScheduledDutyRun {
  demand(run.status === 'scheduled', 'duty-run.already-worked-on', { status: run.status });
}

function demandDone(run: DutyRun): asserts run is DoneDutyRun {
  demand(run.status !== 'accepted', 'duty-run.already-accepted');
  demand(run.status === 'done', 'duty-run.not-done', { status: run.status });
}

function done(command: MarkDutyRunDone, run: DutyRun): DutyRunFact {
  uphold(donePolicies, { command, run });
  const owed = owedOf({ command, run });
  return {
    type: 'dutyRunDone',
    userId: command.by.userId,
    minutes: command.minutes,
    quantity: command.quantity,
    evidence: command.evidence.map(({ kind, value }) => ({ kind, value })),
    ...(owed < run.volume && { owed }),
    doneAt: command.doneAt,
    reportedAt: command.now,
    silenceAcceptsAt: plusHours(command.now, run.silenceAcceptsAfterHours),
  };
}

function accepted(command: AcceptDutyRun, run: DutyRun): DutyRunFact {
  uphold(acceptPolicies, { command, run });
  demandDone(run);
  const { by, quality, now } = command;
  const rest = restSaid(command, run);
  return { type: 'dutyRunAccepted', userId: by.userId, bySilence: false, quality, rest, acceptedAt: now };
}

function acceptedBySilence(command: AcceptDutyRunBySilence, run: DutyRun): DutyRunFact {
  demandDone(run);
  uphold(silencePolicies, { command, run });
  const rest = restBySilence(run);
  return { type: 'dutyRunAccepted', userId: null, bySilence: true, quality: null, rest, acceptedAt: command.now };
}

function returned(command: ReturnDutyRun, run: DutyRun): DutyRunFact {
  uphold(returnPolicies, { command, run });
  demandDone(run);
  return {
    type: 'dutyRunReturned',
    userId: command.by.userId,
    reason: command.reason.trim(),
    returnedAt: command.now,
  };
}

/** What is done already stays the work of whoever did it. */
function reassigned({ assistantId, now }: ReassignDutyRun, run: DutyRun): DutyRunFact[] {
  const isOpen = (run.status === 'scheduled' || run.status === 'returned') && run.disputeId === undefined;
  if (!isOpen || run.assistantId === assistantId) return [];
  const { assistantId: formerAssistantId } = run;
  return [{ type: 'dutyRunReassigned', formerAssistantId, assistantId, reassignedAt: now }];
}

/** What was reported can be disputed, until an invoice charges it: then that is disputed. */
function held({ disputeId, now }: HoldDutyRun, run: DutyRun): DutyRunFact {
  demand(run.status !== 'scheduled' && run.status !== 'cancelled', 'duty-run.not-done', { status: run.status });
  const invoiceId = run.status === 'accepted' ? run.invoiceId : null;
  demand(invoiceId === null, 'duty-run.already-invoiced', { invoiceId });
  return { type: 'dutyRunHeld', disputeId, heldAt: now };
}

function released({ disputeId, accepts, now }: ReleaseDutyRun, run: DutyRun): DutyRunFact[] {
  if (run.disputeId !== disputeId) return [];
  return [{ type: 'dutyRunReleased', disputeId, accepts, releasedAt: now }];
}

function invoiced(command: InvoiceDutyRun, run: DutyRun): DutyRunFact {
  demand(run.status === 'accepted', 'duty-run.not-accepted', { status: run.status });
  demand(run.invoiceId === null, 'duty-run.already-invoiced', { invoiceId: run.invoiceId });
  return { type: 'dutyRunInvoiced', invoiceId: command.invoiceId, invoicedAt: command.now };
}
