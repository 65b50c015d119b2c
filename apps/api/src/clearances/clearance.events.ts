import {
  ClearanceActionClosedV1,
  ClearanceActionDueV1,
  ClearanceAmendedV1,
  ClearanceExpiringV1,
  ClearanceGrantedV1,
  ClearanceRequestedV1,
  ClearanceVoidedV1,
} from '#contracts';
import type { Clearance, ClearanceFact } from '#domain';
import type { EventBody } from '#platform/database';
import { reasonsForOthers } from './void-reasons.js';

/** Every fact of a clearance becomes one event. Answers and names stay at home: they speak of a home and of health. */
export function clearanceEvent(fact: ClearanceFact, clearance: Clearance): EventBody {
  const { assistantId, agencyId } = clearance;
  const audience = [agencyId];
  const whose = { assistantId, agencyId };
  switch (fact.type) {
    case 'clearanceRequested': {
      const { jurisdiction, countryCode, templateVersion, requestedAt } = fact;
      return {
        type: ClearanceRequestedV1.type,
        audience,
        data: { ...whose, jurisdiction, countryCode, templateVersion, requestedAt },
      };
    }
    case 'clearanceAmended':
      return { type: ClearanceAmendedV1.type, audience, data: { ...whose, amendedAt: fact.amendedAt } };
    case 'clearanceGranted': {
      const { assessor, validUntil, openActions, grantedAt } = fact;
      const data = {
        ...whose,
        assessorUserId: assessor.userId,
        validUntil,
        openActions: openActions.length,
        grantedAt,
      };
      return { type: ClearanceGrantedV1.type, audience, data };
    }
    case 'clearanceActionClosed': {
      const { itemCode, closedAt } = fact;
      return { type: ClearanceActionClosedV1.type, audience, data: { ...whose, itemCode, closedAt } };
    }
    case 'clearanceActionDue': {
      const { type: _, ...due } = fact;
      return { type: ClearanceActionDueV1.type, audience, data: { ...whose, ...due } };
    }
    case 'clearanceExpiring': {
      if (clearance.status !== 'granted') throw new Error(`clearance ${clearance.clearanceId} is ${clearance.status}`);
      const { daysLeft, remindedAt } = fact;
      const { validUntil } = clearance;
      return { type: ClearanceExpiringV1.type, audience, data: { ...whose, daysLeft, validUntil, remindedAt } };
    }
    case 'clearanceVoided': {
      const { reason, voidedAt } = fact;
      return { type: ClearanceVoidedV1.type, audience, data: { ...whose, reason: reasonsForOthers[reason], voidedAt } };
    }
    default:
      return fact satisfies never;
  }
}
