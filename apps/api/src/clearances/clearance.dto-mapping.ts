import type { AmendClearanceDto, ClearanceDto, ClearanceSummaryDto } from '#contracts';
import type { Clearance, WorkplaceReport } from '#domain';
import type { Versioned } from '#platform/database';

export const reportOfDto = (dto: AmendClearanceDto): WorkplaceReport => ({
  answers: dto.answers.map(({ itemCode, answer, note }) => ({ itemCode, answer, note: note ?? null })),
  trainingCompletedOn: dto.trainingCompletedOn ?? null,
  evidenceSha256: dto.evidenceSha256?.toLowerCase() ?? null,
});

export const clearanceSummaryDto = ({ state, version }: Versioned<Clearance>): ClearanceSummaryDto => ({
  id: state.clearanceId,
  assistantId: state.assistantId,
  status: state.status,
  requestedAt: state.requestedAt,
  validUntil: state.status === 'granted' ? state.validUntil : null,
  openActionsDueOn: state.openActions.map(({ dueOn }) => dueOn).sort(),
  version,
});

export function clearanceDto({ state, version }: Versioned<Clearance>): ClearanceDto {
  const granted = state.status === 'granted' ? state : null;
  const voided = state.status === 'voided' ? state : null;
  const { clearanceId: id, assistantId, agencyId, jurisdiction, countryCode, templateVersion, status } = state;
  return {
    id,
    assistantId,
    agencyId,
    jurisdiction,
    countryCode,
    templateVersion,
    status,
    answers: state.answers.map(({ itemCode, answer, note }) => ({ itemCode, answer, note })),
    trainingCompletedOn: state.trainingCompletedOn,
    evidenceSha256: state.evidenceSha256,
    requestedAt: state.requestedAt,
    openActions: state.openActions.map(({ itemCode, description, dueOn }) => ({ itemCode, description, dueOn })),
    assessor: granted && { ...granted.assessor },
    grantedAt: granted?.grantedAt ?? null,
    validUntil: granted?.validUntil ?? null,
    voidedAt: voided?.voidedAt ?? null,
    voidReason: voided?.reason ?? null,
    version,
  };
}
