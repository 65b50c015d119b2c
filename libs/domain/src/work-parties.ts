import type { AgencyId, AgreementId, AssistantId, BusinessId } from './ids.js';

/** Whom work concerns: the two sides, and the assistant who does it. */
export interface WorkParties {
  readonly businessId: BusinessId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
}

/** And the agreement by which it is done. */
export interface AgreementParties extends WorkParties {
  /** The engagement's id, too. */
  readonly agreementId: AgreementId;
}

export const partiesOf = ({ businessId, agencyId, assistantId }: WorkParties): WorkParties => ({
  businessId,
  agencyId,
  assistantId,
});
