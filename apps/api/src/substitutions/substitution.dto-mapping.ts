import type { SubstitutionDto, WriteHandoverDto } from '#contracts';
import type { AccessGrantId, HandoverPack, Substitution } from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';

export function substitutionDto({ state, version }: Versioned<Substitution>): SubstitutionDto {
  const { substitutionId: id, agreementId: engagementId, substituteId, temporary, status, proposedAt } = state;
  return {
    id,
    engagementId,
    ...partiesOf(state),
    substituteId,
    temporary,
    status,
    proposedAt,
    consentedAt: 'consentedAt' in state ? state.consentedAt : null,
    startedAt: 'startedAt' in state ? state.startedAt : null,
    endedAt: state.status === 'ended' ? state.endedAt : null,
    declineReason: state.status === 'declined' ? state.reason : null,
    version,
  };
}

export function packOf({ howTos, openItems, promises, accesses }: WriteHandoverDto): HandoverPack {
  const kept = (items: WriteHandoverDto['openItems']) =>
    items?.map(({ what, dueOn = null }) => ({ what, dueOn })) ?? null;
  return {
    howTos: howTos.map(({ lineId, text }) => ({ lineId, text })),
    openItems: kept(openItems),
    promises: kept(promises),
    accesses: accesses.map(({ accessGrantId, how }) => ({ accessGrantId: accessGrantId as AccessGrantId, how })),
  };
}
