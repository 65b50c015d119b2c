import { isBlank } from '#text';
import { notChecked } from '../billing/vat/vat-check.js';
import { vatIdOf } from '../billing/vat/vat-id.js';
import { saysTheSame, withChanges } from '../changes.js';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact } from '../policy.js';
import { assertTimeZone } from '../time/zone.js';
import type {
  Business,
  BusinessCommand,
  BusinessDetails,
  BusinessFact,
  ChangeBusinessDetails,
  CloseBusiness,
  RecordVatCheck,
  RegisterBusiness,
} from './business.js';
import { nothingIsOpen } from './closing.js';
import { assertOrganisationDetails, keptDetails } from './organisation-details.js';

/** @throws DomainError `business.*`, `time.unknown-zone` */
export function decideBusiness(command: BusinessCommand, state: Business | null): BusinessFact[] {
  if (command.type === 'registerBusiness') return register(command, state);
  demand(state !== null, 'business.not-found');
  demand(state.closedAt === null, 'business.closed');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<Exclude<BusinessCommand, RegisterBusiness>, Business, BusinessFact> = {
  changeBusinessDetails: changeDetails,
  recordVatCheck,
  closeBusiness: close,
};

function register({ businessId, details, now }: RegisterBusiness, state: Business | null): BusinessFact[] {
  demand(state === null, 'business.already-registered');
  assertDetails(details, null);
  return [{ type: 'businessRegistered', businessId, ...detailsOf(details), registeredAt: now }];
}

function changeDetails({ changes, now }: ChangeBusinessDetails, state: Business): BusinessFact[] {
  const before = detailsOf(state);
  const details = detailsOf(withChanges<BusinessDetails>(before, changes));
  assertDetails(details, before);
  return saysTheSame(details, before) ? [] : [{ type: 'businessDetailsChanged', ...details, changedAt: now }];
}

/** An answer about an id that has been changed since says nothing. */
function recordVatCheck({ vatId, result, source, reference, now }: RecordVatCheck, state: Business): BusinessFact[] {
  const asked = vatIdOf(state.countryCode, vatId);
  demand(asked !== null && asked === state.vatId, 'business.other-vat-id', { at: ['vatId'] });
  return [{ type: 'businessVatIdChecked', vatId: asked, check: { result, source, checkedAt: now, reference } }];
}

function close({ closedBy, open, now }: CloseBusiness): BusinessFact[] {
  nothingIsOpen(open);
  return [{ type: 'businessClosed', closedBy, closedAt: now }];
}

export function evolveBusiness(state: Business | null, fact: BusinessFact): Business {
  if (fact.type === 'businessRegistered') {
    const { businessId, registeredAt, vatId } = fact;
    const vatCheck = vatId === null ? null : notChecked(registeredAt);
    return { businessId, ...detailsOf(fact), registeredAt, vatCheck, closedAt: null };
  }
  if (!state) return unexpectedFact(fact, 'none');
  switch (fact.type) {
    case 'businessDetailsChanged': {
      const { vatId, changedAt } = fact;
      const vatCheck = vatId === state.vatId ? state.vatCheck : vatId === null ? null : notChecked(changedAt);
      return { ...state, ...detailsOf(fact), vatCheck };
    }
    case 'businessVatIdChecked':
      return { ...state, vatCheck: fact.check };
    case 'businessClosed':
      return { ...state, closedAt: fact.closedAt };
    default:
      return fact satisfies never;
  }
}

function assertDetails(details: BusinessDetails, before: BusinessDetails | null): void {
  assertOrganisationDetails(details, 'business', before);
  demand(!isBlank(details.sector), 'business.sector-missing', { at: ['sector'] });
  assertTimeZone(details.timeZone, ['timeZone']);
}

const detailsOf = (details: BusinessDetails): BusinessDetails => ({
  ...keptDetails(details),
  sector: details.sector,
  timeZone: details.timeZone,
});
