import type { Actor } from '#access';
import type { AbsenceDto } from '#contracts';
import type { Absence } from '#domain';
import type { Versioned } from '#platform/database';

/** A business isn't told why somebody is away, but for what it has said itself. */
export function absenceDto({ organisationKind }: Actor, { state, version }: Versioned<Absence>): AbsenceDto {
  const { absenceId, agencyId, assistantId, agreementId, kind, reportedBy, status } = state;
  const isTold = organisationKind !== 'business' || reportedBy === 'business' || kind === 'no-show';
  const { startsAt, endsAt, reportedAt } = state;
  return {
    id: absenceId,
    agencyId,
    assistantId,
    engagementId: agreementId,
    kind: isTold ? kind : 'away',
    reportedBy,
    status,
    startsAt,
    endsAt,
    reportedAt,
    version,
  };
}
