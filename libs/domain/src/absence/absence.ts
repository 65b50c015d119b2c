import { every } from '../every.js';
import type { AbsenceId, AgencyId, AgreementId, AssistantId, BusinessId, UserId } from '../ids.js';
import type { Slot } from '../time/slot.js';
import type { AbsentTime } from './absent-time.js';

/** What it is called by whoever reports it; why somebody is ill is nobody's business. */
export const absenceKinds = ['sick', 'holiday', 'other', 'no-show'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Who reports it: the assistant herself, her agency for her, or a business that she works for. */
export const absenceReporters = ['assistant', 'agency', 'business'] as const;
export type AbsenceReporter = (typeof absenceReporters)[number];

interface AbsenceBase extends AbsentTime {
  readonly absenceId: AbsenceId;
  readonly agencyId: AgencyId;
  readonly kind: AbsenceKind;
  readonly reportedBy: AbsenceReporter;
  readonly userId: UserId | null;
  readonly reportedAt: string;
  /** The businesses that have to know of it: those that she worked for when it was reported. */
  readonly businessIds: readonly BusinessId[];
}
export interface ReportedAbsence extends AbsenceBase {
  readonly status: 'reported';
}
/** A mistake: nobody was away. */
export interface WithdrawnAbsence extends AbsenceBase {
  readonly status: 'withdrawn';
  readonly withdrawnAt: string;
}
export type Absence = ReportedAbsence | WithdrawnAbsence;
export const absenceStatuses = every<Absence['status']>({ reported: true, withdrawn: true });

/** What a report is judged by. */
interface KnownOfAssistant {
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
  readonly businessIds: readonly BusinessId[];
  /** What is known of her absences already. */
  readonly others: readonly AbsentTime[];
  /** Time that is recorded of her work, and not discarded, as far as the report could touch it. */
  readonly recorded: readonly Slot[];
}
interface Report extends KnownOfAssistant {
  readonly absenceId: AbsenceId;
  readonly reportedBy: AbsenceReporter;
  readonly userId: UserId | null;
  readonly now: string;
}
export interface ReportAbsence extends Report {
  readonly type: 'reportAbsence';
  readonly kind: Exclude<AbsenceKind, 'no-show'>;
  /** Of a business, the agreement for which it reports. */
  readonly agreementId: AgreementId | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
}
/** She didn't come to booked time. */
export interface ReportNoShow extends Report {
  readonly type: 'reportNoShow';
  readonly agreementId: AgreementId;
  /** Booked time that takes place; undefined where none starts then. */
  readonly slot: Slot | undefined;
}
/** When she comes back, or that she is back. */
export interface EndAbsence {
  readonly type: 'endAbsence';
  readonly by: AbsenceReporter;
  readonly endsAt: string;
  /** Her other absences. */
  readonly others: readonly AbsentTime[];
  readonly now: string;
}
export interface WithdrawAbsence {
  readonly type: 'withdrawAbsence';
  readonly by: AbsenceReporter;
  readonly now: string;
}
export type AbsenceReport = ReportAbsence | ReportNoShow;
export type AbsenceCommand = EndAbsence | WithdrawAbsence;

export interface AbsenceReported extends AbsenceBase {
  readonly type: 'absenceReported';
}
export interface AbsenceEndSet {
  readonly type: 'absenceEndSet';
  readonly by: AbsenceReporter;
  readonly endsAt: string;
  readonly setAt: string;
}
export interface AbsenceWithdrawn {
  readonly type: 'absenceWithdrawn';
  readonly withdrawnAt: string;
}
export type AbsenceFact = AbsenceReported | AbsenceEndSet | AbsenceWithdrawn;
