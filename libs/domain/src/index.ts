/** What the apps know of the domain, from the ground up. */
export * from './domain-error.js';
export * from './ids.js';
export * from './policy.js';
export * from './work-parties.js';
export * from './catalogue/catalogue-entry.js';
export * from './catalogue/catalogue.js';
export * from './catalogue/import-job.js';
export * from './catalogue/imported-duty.js';
export * from './catalogue/offered-duty.js';
export * from './time/holidays.js';
export * from './time/cadence.js';
export { endOfDay, localDate, localMoment, startOfDay } from './time/calendar.js';
export * from './time/expand-weekly.js';
export * from './time/instant.js';
export * from './time/local-date.js';
export * from './time/next-reading.js';
export * from './time/normalise-slots.js';
export * from './time/periods.js';
export * from './time/recurrence.js';
export * from './time/slot.js';
export * from './time/spans.js';
export * from './time/weekly-hours.js';
export * from './time/weeks.js';
export * from './time/zone.js';
export * from './capability/capability.js';
export * from './erasure/erasure.js';
export * from './erasure/words-retention.js';
export * from './own-data/data-export.js';
export * from './organisation/agency-decisions.js';
export * from './organisation/agency.js';
export * from './organisation/business-decisions.js';
export * from './organisation/business.js';
export type { OpenMatter, OpenMatters } from './organisation/closing.js';
export * from './organisation/legal-party.js';
export { keptDetails, type OrganisationDetails, type PostalAddress } from './organisation/organisation-details.js';
export * from './organisation/party.js';
export * from './organisation/standing-terms.js';
export * from './billing/money/currency.js';
export * from './billing/money/money.js';
export * from './billing/verifactu/billing-record.js';
export * from './billing/vat/vat-check.js';
export * from './billing/vat/vat-id.js';
export * from './billing/vat/vat-rates.js';
export type { CancellationTerms } from './billing/pricing/late-fee.js';
export * from './billing/pricing/commission.js';
export * from './billing/pricing/payment-terms.js';
export * from './billing/pricing/invoicing-terms.js';
export * from './billing/pricing/quote.js';
export * from './billing/pricing/tax.js';
export * from './supply/assistant-decisions.js';
export { allowsInstantBooking, maxDaysOffRanges } from './supply/assistant.policies.js';
export * from './supply/assistant.js';
export * from './supply/work-calendar.js';
export * from './access-grant/access-grant-decisions.js';
export * from './access-grant/access-grant.js';
export * from './absence/absence-decisions.js';
export { absenceBounds } from './absence/absence.policies.js';
export * from './absence/absence.js';
export * from './absence/absent-time.js';
export * from './safety/cleared-workplace.js';
export * from './safety/clearance-decisions.js';
export * from './safety/clearance-template.js';
export * from './safety/clearance.js';
export * from './safety/lesson.js';
export * from './safety/reminder.js';
export * from './safety/training-decisions.js';
export * from './safety/training.js';
export * from './need/mask-contacts.js';
export * from './need/need-decisions.js';
export { maxNeedAgencies, maxNeedLines, maxTermDays, maxWordsLength } from './need/need.policies.js';
export { blankNeed, hoursOf, languageOf, lineOf, wordsAfter } from './need/need-writing.js';
export * from './need/need.js';
export * from './booking/booking-decisions.js';
export * from './booking/booking-risk.js';
export { demandOverBy } from './booking/booking.policies.js';
export { lateFeesDue } from './booking/booking-late-fees.js';
export { type MovesAskedFor, rescheduleBooking, slotsToMove } from './booking/booking-reschedule.js';
export * from './booking/booking.js';
export * from './booking/readiness.js';
export * from './booking/free-slots.js';
export { slotsAskedFor } from './booking/slots-asked-for.js';
export * from './response-time/enquiry.js';
export * from './response-time/mail-threads.js';
export * from './response-time/response-change.js';
export * from './response-time/response-figures.js';
export * from './response-time/response-hours.js';
export * from './response-time/response-report.js';
export { answeredNeed, needToAnswer } from './proposal/need-to-answer.js';
export * from './proposal/not-covered.js';
export * from './proposal/proposal-decisions.js';
export { proposalBounds } from './proposal/proposal.policies.js';
export * from './proposal/proposal.js';
export * from './proposal/suggestion.js';
export * from './suggestion/counted-effect.js';
export * from './suggestion/suggestion-effect-decisions.js';
export * from './suggestion/suggestion-effect.js';
export * from './suggestion/suggestion-request-decisions.js';
export { suggestionRequestBounds } from './suggestion/suggestion-request.policies.js';
export * from './suggestion/suggestion-request.js';
export * from './responsibilities/agreement/agreement-decisions.js';
export * from './responsibilities/agreement/agreement-evolution.js';
export * from './responsibilities/agreement/agreement-terms.policies.js';
export * from './responsibilities/agreement/agreement-terms.js';
export * from './responsibilities/agreement/terms-changes.js';
export * from './responsibilities/agreement/terms-value.js';
export {
  acceptedVersions,
  bookableAgreement,
  currentVersion,
  demandInstant,
  isInstant,
  sideOf,
  termsAfter,
  versionInForce,
  versionToQuote,
} from './responsibilities/agreement/agreement.policies.js';
export * from './responsibilities/agreement/agreement.js';
export { canonicalTerms } from './responsibilities/agreement/canonical-terms.js';
export * from './responsibilities/agreement/duty-line.js';
export {
  postedNeed,
  termsChoice,
  type TermsChoice,
  termsOfListing,
  termsOfProposal,
} from './responsibilities/agreement/first-terms.js';
export * from './responsibilities/work/change-of-price.js';
export * from './responsibilities/work/duty-run-decisions.js';
export * from './responsibilities/work/duty-run-evolution.js';
export * from './responsibilities/work/duty-run-schedule.js';
export { dutyRunBounds, isAcceptedBySilence } from './responsibilities/work/duty-run.policies.js';
export * from './responsibilities/work/duty-run.js';
export * from './responsibilities/work/engagement-decisions.js';
export * from './responsibilities/work/engagement.js';
export { carriedOver, laterPeriod } from './responsibilities/work/rest-of-run.js';
export * from './responsibilities/work/run-in-absence.js';
export * from './responsibilities/work/scorecard.js';
export {
  bookedMinutesIn,
  bookedUntil,
  type CountedMinutes,
  type HoursOfPeriod,
  hoursOfPeriod,
  nextBookedAt,
} from './responsibilities/hours/hours-of-period.js';
export * from './responsibilities/hours/hour-pack-decisions.js';
export type * from './responsibilities/hours/hour-pack.js';
export * from './responsibilities/hours/pack-balance.js';
export * from './responsibilities/hours/packs-due.js';
export * from './responsibilities/hours/time-entry-decisions.js';
export * from './responsibilities/hours/time-entry-evolution.js';
export * from './responsibilities/hours/time-entry.js';
export * from './dispute/dispute-decisions.js';
export { disputeBounds, hasLapsedAnswer, isOpenDispute, turnOf } from './dispute/dispute.policies.js';
export * from './dispute/dispute.js';
export * from './dispute/disputed-charge.js';
export * from './responsibilities/substitution/handover-pack.js';
export * from './responsibilities/substitution/substitution-decisions.js';
export * from './responsibilities/substitution/substitution.js';
export {
  type AgreedChannel,
  agreedAs,
  channelOfPlace,
  isAgreedAt,
  type ChannelPlace,
  channelsFollowing,
} from './conversation/agreed-channels.js';
export * from './conversation/channel-switch-decisions.js';
export * from './conversation/channel-switch.js';
export { decideMessage, decideSettlement } from './conversation/message-decisions.js';
export { sideOfWriter } from './conversation/message.policies.js';
export * from './conversation/message.js';
export { threadSubject } from './conversation/thread-subject.js';
export * from './billing/dunning/dunning.js';
export * from './billing/invoicing/invoice-decisions.js';
export * from './billing/invoicing/credit-note-decisions.js';
export * from './billing/invoicing/credit-note.js';
export * from './billing/invoicing/invoice-number.js';
export * from './billing/invoicing/invoice.js';
export * from './billing/ledger/account.js';
export * from './billing/ledger/ledger-fact.js';
export * from './billing/ledger/postings.js';
export * from './billing/payments/ageing.js';
export * from './billing/payments/booked-funds.js';
export * from './billing/payments/creditor-reference.js';
export * from './billing/payments/match-receipt.js';
export * from './billing/payments/payout.js';
export * from './billing/payments/transfer.js';
export * from './billing/payments/card-payment.js';
export * from './billing/payments/refund.js';
export * from './billing/payments/settle-invoices.js';
export * from './records/amounts.js';
export * from './records/chart.js';
export * from './records/fiscal-year.js';
export * from './records/gaps.js';
export * from './records/months.js';
export * from './records/record-decisions.js';
export * from './records/record-rule.js';
export * from './records/record.js';
export * from './records/retention.js';
export * from './records/tax-pack.js';
export * from './records/totals.js';
export * from './records/year-tally.js';
export * from './review/review-decisions.js';
export * from './review/review.js';
export * from './matching/calendar-cache.js';
export * from './matching/candidate.js';
export * from './matching/compose-shortlist.js';
export * from './matching/exchange-rates.js';
export * from './matching/explanation.js';
export * from './matching/filters.js';
export * from './matching/newcomer-slot.js';
export * from './matching/overlap.js';
export * from './matching/prepared-need.js';
export * from './matching/qualification.js';
export * from './matching/rank.js';
export * from './matching/ranking-order.js';
export * from './matching/score.js';
export * from './matching/shortfall.js';
export * from './matching/top-places.js';
export * from './notification/digest.js';
export * from './notification/notice.js';
export * from './notification/preferences.js';
export * from './mailbox/mailbox-decisions.js';
export * from './mailbox/mailbox.js';
export * from './outside-calendar/outside-calendar-decisions.js';
export * from './outside-calendar/outside-calendar.js';
export * from './webhook/webhook-delivery.js';
export * from './webhook/webhook-endpoint-decisions.js';
export * from './webhook/webhook-endpoint.js';
