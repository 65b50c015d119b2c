import type { AccessGrantDto } from '#contracts';
import type { AccessGrant } from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** @param givers the names of those who gave access, by their ids */
export function accessGrantDto(
  { state, version }: Versioned<AccessGrant>,
  givers: ReadonlyMap<string, string>,
): AccessGrantDto {
  const closing = state.status === 'to-close' ? state : null;
  const closed = state.status === 'closed' ? state : null;
  const { accessGrantId: id, agreementId: engagementId, kind, name, purpose, way, status } = state;
  const { givenAt, reviewedAt, reviewDueOn } = state;
  return {
    id,
    engagementId,
    ...partiesOf(state),
    kind,
    name,
    purpose,
    way,
    status,
    givenBy: (state.givenBy === null ? null : givers.get(state.givenBy)) ?? null,
    givenAt,
    reviewedAt,
    reviewDueOn,
    closingReason: closing?.reason ?? null,
    toCloseSince: closing?.toCloseSince ?? null,
    closedAt: closed?.closedAt ?? null,
    closedBy: closed?.closedBy ?? null,
    proof: closed?.proof ?? null,
    version,
  };
}
