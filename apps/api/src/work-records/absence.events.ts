import { AbsenceEndSetV1, AbsenceReportedV1, AbsenceWithdrawnV1 } from '#contracts';
import type { Absence, AbsenceFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of an absence becomes one event. Why somebody is away stays at home, and so do her other clients. */
export function absenceEvent(fact: AbsenceFact, absence: Absence): EventBody {
  const { agencyId, assistantId, businessIds, startsAt: awayFrom } = absence;
  const audience = [agencyId, ...businessIds];
  const about = { agencyId, assistantId };
  switch (fact.type) {
    case 'absenceReported': {
      const { reportedBy, kind, endsAt: awayUntil, reportedAt } = fact;
      const data = { ...about, reportedBy, noShow: kind === 'no-show', awayFrom, awayUntil, reportedAt };
      return { type: AbsenceReportedV1.type, audience, data };
    }
    case 'absenceEndSet': {
      const { by, endsAt: awayUntil, setAt: changedAt } = fact;
      return { type: AbsenceEndSetV1.type, audience, data: { ...about, by, awayFrom, awayUntil, changedAt } };
    }
    case 'absenceWithdrawn':
      return {
        type: AbsenceWithdrawnV1.type,
        audience,
        data: { ...about, awayFrom, withdrawnAt: fact.withdrawnAt },
      };
    default:
      return fact satisfies never;
  }
}
