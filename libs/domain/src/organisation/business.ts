import type { VatCheck, VatCheckResult, VatCheckSource } from '../billing/vat/vat-check.js';
import type { BusinessId, UserId } from '../ids.js';
import type { OpenMatters } from './closing.js';
import type { OrganisationDetails } from './organisation-details.js';

export interface BusinessDetails extends OrganisationDetails {
  /** What the business does, e.g. `bakery`. */
  readonly sector: string;
  /** IANA zone in which the business works. */
  readonly timeZone: string;
}

export interface Business extends BusinessDetails {
  readonly businessId: BusinessId;
  readonly registeredAt: string;
  /** What a register says of the VAT id; null without one. */
  readonly vatCheck: VatCheck | null;
  /** Null while somebody acts for it. */
  readonly closedAt: string | null;
}

export interface RegisterBusiness {
  readonly type: 'registerBusiness';
  readonly businessId: BusinessId;
  readonly details: BusinessDetails;
  readonly now: string;
}
export interface ChangeBusinessDetails {
  readonly type: 'changeBusinessDetails';
  readonly changes: Partial<Omit<BusinessDetails, 'countryCode'>>;
  readonly now: string;
}
/** Notes what a register said of a VAT id, or what an administrator found there. */
export interface RecordVatCheck {
  readonly type: 'recordVatCheck';
  /** The one that was asked about. */
  readonly vatId: string;
  readonly result: Exclude<VatCheckResult, 'unchecked'>;
  readonly source: Exclude<VatCheckSource, 'none'>;
  readonly reference: string | null;
  readonly now: string;
}
/** By an owner, when nothing is open with others. */
export interface CloseBusiness {
  readonly type: 'closeBusiness';
  readonly closedBy: UserId;
  readonly open: OpenMatters;
  readonly now: string;
}
export type BusinessCommand = RegisterBusiness | ChangeBusinessDetails | RecordVatCheck | CloseBusiness;

export interface BusinessRegistered extends BusinessDetails {
  readonly type: 'businessRegistered';
  readonly businessId: BusinessId;
  readonly registeredAt: string;
}
export interface BusinessDetailsChanged extends BusinessDetails {
  readonly type: 'businessDetailsChanged';
  readonly changedAt: string;
}
export interface BusinessVatIdChecked {
  readonly type: 'businessVatIdChecked';
  readonly vatId: string;
  readonly check: VatCheck;
}
export interface BusinessClosed {
  readonly type: 'businessClosed';
  readonly closedBy: UserId;
  readonly closedAt: string;
}
export type BusinessFact = BusinessRegistered | BusinessDetailsChanged | BusinessVatIdChecked | BusinessClosed;
