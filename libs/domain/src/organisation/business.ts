import type { VatCheck, VatCheckResult, VatCheckSource } from '../billing/vat/vat-check.js';
import type { BusinessId } from '../ids.js';
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
export type BusinessCommand = RegisterBusiness | ChangeBusinessDetails | RecordVatCheck;

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
export type BusinessFact = BusinessRegistered | BusinessDetailsChanged | BusinessVatIdChecked;
