/** A string that is only assignable to its own kind, so that an agency's id can't be passed for a business's. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
declare const brand: unique symbol;

export type OrganisationId = AgencyId | BusinessId;
export type AgencyId = Brand<string, 'AgencyId'>;
export type BusinessId = Brand<string, 'BusinessId'>;
export type UserId = Brand<string, 'UserId'>;
export type AssistantId = Brand<string, 'AssistantId'>;
export type ClearanceId = Brand<string, 'ClearanceId'>;
export type TrainingId = Brand<string, 'TrainingId'>;
export type NeedId = Brand<string, 'NeedId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
export type AgreementId = Brand<string, 'AgreementId'>;
export type BookingId = Brand<string, 'BookingId'>;
/** An engagement is the life of an accepted agreement and carries its id. */
export type EngagementId = AgreementId;
export type AccessGrantId = Brand<string, 'AccessGrantId'>;
export type SubstitutionId = Brand<string, 'SubstitutionId'>;
export type AbsenceId = Brand<string, 'AbsenceId'>;
export type DisputeId = Brand<string, 'DisputeId'>;
export type DutyRunId = Brand<string, 'DutyRunId'>;
export type TimeEntryId = Brand<string, 'TimeEntryId'>;
export type HourPackId = Brand<string, 'HourPackId'>;
export type InvoiceId = Brand<string, 'InvoiceId'>;
export type CreditNoteId = Brand<string, 'CreditNoteId'>;
export type ReviewId = Brand<string, 'ReviewId'>;
export type CatalogueEntryId = Brand<string, 'CatalogueEntryId'>;
export type WebhookEndpointId = Brand<string, 'WebhookEndpointId'>;
export type OutsideCalendarId = Brand<string, 'OutsideCalendarId'>;
export type MailboxId = Brand<string, 'MailboxId'>;
