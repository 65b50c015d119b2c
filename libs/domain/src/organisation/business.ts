import type { BusinessId } from '../ids.js';

export interface BusinessDetails {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly vatId: string | null;
  /** What the business does, e.g. `bakery`. */
  readonly sector: string;
  /** IANA zone in which the business works. */
  readonly timeZone: string;
  readonly contactEmail: string;
}

export interface Business extends BusinessDetails {
  readonly businessId: BusinessId;
  readonly registeredAt: string;
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
export type BusinessCommand = RegisterBusiness | ChangeBusinessDetails;

export interface BusinessRegistered extends BusinessDetails {
  readonly type: 'businessRegistered';
  readonly businessId: BusinessId;
  readonly registeredAt: string;
}
export interface BusinessDetailsChanged extends BusinessDetails {
  readonly type: 'businessDetailsChanged';
  readonly changedAt: string;
}
export type BusinessFact = BusinessRegistered | BusinessDetailsChanged;
