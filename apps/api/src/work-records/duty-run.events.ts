import {
  DutyRunAcceptedV1,
  DutyRunCancelledV1,
  DutyRunDoneV1,
  DutyRunHeldV1,
  DutyRunInvoicedV1,
  DutyRunReassignedV1,
  DutyRunReleasedV1,
  DutyRunReplannedV1,
  DutyRunReturnedV1,
  DutyRunScheduledV1,
} from '#contracts';
import type { DutyRun, DutyRunFact, PlannedRun } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a duty run becomes one event. Who of a side acted, evidence and reasons stay at home. */
export function dutyRunEvent(fact: DutyRunFact, run: DutyRun): EventBody {
  const { agreementId: engagementId, lineId, businessId, agencyId } = run;
  const { type, data } = bodyOf(fact, run);
  return {
    type,
    audience: [businessId, agencyId],
    data: { engagementId, lineId, ...partiesOf(run), ...data },
  };
}

function bodyOf(fact: DutyRunFact, run: DutyRun): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'dutyRunScheduled':
      return {
        type: DutyRunScheduledV1.type,
        data: { ...planned(fact.plan), carriedFrom: fact.carriedFrom, scheduledAt: fact.scheduledAt },
      };
    case 'dutyRunReplanned':
      return { type: DutyRunReplannedV1.type, data: { ...planned(fact.plan), replannedAt: fact.replannedAt } };
    case 'dutyRunDone': {
      const { quantity, minutes, evidence, doneAt, reportedAt, silenceAcceptsAt } = fact;
      const data = { quantity, minutes, evidence: evidence.length, doneAt, reportedAt, silenceAcceptsAt };
      return { type: DutyRunDoneV1.type, data };
    }
    case 'dutyRunAccepted': {
      const { bySilence, quality, rest, acceptedAt } = fact;
      return { type: DutyRunAcceptedV1.type, data: { bySilence, quality, rest, acceptedAt } };
    }
    case 'dutyRunReturned':
      return { type: DutyRunReturnedV1.type, data: { timesReturned: run.timesReturned, returnedAt: fact.returnedAt } };
    case 'dutyRunCancelled':
      return { type: DutyRunCancelledV1.type, data: { cancelledAt: fact.cancelledAt } };
    case 'dutyRunReassigned': {
      const { formerAssistantId, reassignedAt } = fact;
      return { type: DutyRunReassignedV1.type, data: { formerAssistantId, reassignedAt } };
    }
    case 'dutyRunHeld':
      return { type: DutyRunHeldV1.type, data: { disputeId: fact.disputeId, heldAt: fact.heldAt } };
    case 'dutyRunReleased': {
      const { disputeId, accepts, releasedAt } = fact;
      return { type: DutyRunReleasedV1.type, data: { disputeId, accepts, releasedAt } };
    }
    case 'dutyRunInvoiced':
      return { type: DutyRunInvoicedV1.type, data: { invoiceId: fact.invoiceId, invoicedAt: fact.invoicedAt } };
    default:
      return fact satisfies never;
  }
}

const planned = ({ dutyCode, versionNumber, periodStartsOn, periodEndsOn, startsAt, dueAt, volume }: PlannedRun) => ({
  dutyCode,
  versionNumber,
  periodStartsOn,
  periodEndsOn,
  startsAt,
  dueAt,
  volume,
});
