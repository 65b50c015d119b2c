import { every } from '../every.js';
import type { AgencyId, AssistantId, ClearanceId, UserId } from '../ids.js';
import type { ClearanceTemplates, Jurisdiction } from './clearance-template.js';
import type { ReminderDays } from './reminder.js';

export interface ChecklistAnswer {
  readonly itemCode: string;
  readonly answer: 'yes' | 'no' | 'not-applicable';
  readonly note: string | null;
}

/** Something at the workplace that still has to be put right. */
export interface OpenAction {
  readonly itemCode: string;
  readonly description: string;
  /** Local date by which it has to be done. */
  readonly dueOn: string;
}

/** An action as it stands, with the reminder of its day that was sent last, by how many days before; null while none was. */
export interface PendingAction extends OpenAction {
  readonly remindedDays: ReminderDays | null;
}

/** The human being who looked; software alone is no assessment. */
export interface Assessor {
  readonly userId: UserId;
  readonly name: string;
}

/** What the assistant hands in: it covers the work area only. */
export interface WorkplaceReport {
  readonly answers: readonly ChecklistAnswer[];
  /** Local date of the training on setting up a home office. */
  readonly trainingCompletedOn: string | null;
  /** Hex SHA-256 of the evidence (photographs, signed form), which is kept elsewhere. */
  readonly evidenceSha256: string | null;
}

/** Which clearance it is, and of whose workplace. */
interface ClearanceIdentity {
  readonly clearanceId: ClearanceId;
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly jurisdiction: Jurisdiction;
  /** ISO 3166-1 alpha-2 of where the workplace is: the clearance is of no other. */
  readonly countryCode: string;
}
interface ClearanceBase extends ClearanceIdentity, WorkplaceReport {
  readonly templateVersion: number;
  readonly requestedAt: string;
  readonly openActions: readonly PendingAction[];
}
export interface RequestedClearance extends ClearanceBase {
  readonly status: 'requested';
}
export interface GrantedClearance extends ClearanceBase {
  readonly status: 'granted';
  readonly assessor: Assessor;
  readonly grantedAt: string;
  /** Instant from which the clearance no longer holds. */
  readonly validUntil: string;
  /** The reminder of its end that was sent last, by how many days before; null while none was. */
  readonly remindedDays: ReminderDays | null;
}

export interface VoidedClearance extends ClearanceBase {
  readonly status: 'voided';
  readonly voidedAt: string;
  readonly reason: VoidReason;
}
export type Clearance = RequestedClearance | GrantedClearance | VoidedClearance;
export type ClearanceStatus = Clearance['status'];
export const clearanceStatuses = every<ClearanceStatus>({ requested: true, granted: true, voided: true });

/** The last two are found out by the marketplace itself. */
export const voidReasons = ['moved', 'pain-reported', 'withdrawn', 'expired', 'template-changed'] as const;
export type VoidReason = (typeof voidReasons)[number];

export interface RequestClearance extends ClearanceIdentity {
  readonly type: 'requestClearance';
  readonly report: WorkplaceReport;
  readonly now: string;
}
/** Replaces what was handed in, until the clearance is granted. */
export interface AmendClearance {
  readonly type: 'amendClearance';
  readonly report: WorkplaceReport;
  readonly now: string;
}
export interface GrantClearance {
  readonly type: 'grantClearance';
  readonly assessor: Assessor;
  readonly openActions: readonly OpenAction[];
  /** Instant, at most the policy's months after `now`; null for as long as the policy allows. */
  readonly validUntil: string | null;
  readonly now: string;
}
export interface CloseClearanceAction {
  readonly type: 'closeClearanceAction';
  readonly itemCode: string;
  readonly note: string;
  readonly now: string;
}
export interface VoidClearance {
  readonly type: 'voidClearance';
  readonly reason: VoidReason;
  readonly now: string;
}
/** Time has passed: it may be due to remind of its end or of an open action, or be over, or ask what the checklist doesn't ask any more. */
export interface ReviewClearance {
  readonly type: 'reviewClearance';
  readonly now: string;
}
export type ClearanceCommand =
  RequestClearance | AmendClearance | GrantClearance | CloseClearanceAction | VoidClearance | ReviewClearance;

export interface ClearanceContext {
  /** The user who is the assistant herself, if she has a login: she can't assess her own workplace. */
  readonly assistantUserId: UserId | null;
  /** Where the assistant works now. */
  readonly countryCode: string;
  /** IANA zone of the assistant, on whose calendar open actions fall due. */
  readonly timeZone: string;
  /** The marketplace's policy, not law. */
  readonly maxValidMonths: number;
  /** The checklists in force. */
  readonly templates: ClearanceTemplates;
  /** Local date on which the assistant finished the training that holds now; null where she hasn't. */
  readonly trainedOn: string | null;
}

export interface ClearanceRequested extends ClearanceIdentity, WorkplaceReport {
  readonly type: 'clearanceRequested';
  readonly templateVersion: number;
  readonly requestedAt: string;
}
export interface ClearanceAmended extends WorkplaceReport {
  readonly type: 'clearanceAmended';
  readonly amendedAt: string;
}
export interface ClearanceGranted {
  readonly type: 'clearanceGranted';
  readonly assessor: Assessor;
  readonly openActions: readonly OpenAction[];
  readonly validUntil: string;
  readonly grantedAt: string;
}
export interface ClearanceActionClosed {
  readonly type: 'clearanceActionClosed';
  readonly itemCode: string;
  readonly note: string;
  readonly closedAt: string;
}
export interface ClearanceVoided {
  readonly type: 'clearanceVoided';
  readonly reason: VoidReason;
  readonly voidedAt: string;
}
export interface ClearanceExpiring {
  readonly type: 'clearanceExpiring';
  readonly daysLeft: ReminderDays;
  readonly remindedAt: string;
}
/** Something has to be put right soon. */
export interface ClearanceActionDue {
  readonly type: 'clearanceActionDue';
  readonly itemCode: string;
  readonly dueOn: string;
  readonly daysLeft: ReminderDays;
  readonly remindedAt: string;
}
export type ClearanceFact =
  | ClearanceRequested
  | ClearanceAmended
  | ClearanceGranted
  | ClearanceActionClosed
  | ClearanceActionDue
  | ClearanceExpiring
  | ClearanceVoided;
