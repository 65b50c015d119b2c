import type { AbsentTime } from '../../absence/absent-time.js';
import type { Money } from '../../billing/money/money.js';
import { every } from '../../every.js';
import type { AssistantId, DisputeId, DutyRunId, InvoiceId, UserId } from '../../ids.js';
import type { Readiness } from '../../booking/readiness.js';
import type { Party } from '../../organisation/party.js';
import type { Cadence } from '../../time/cadence.js';
import type { AgreementParties } from '../../work-parties.js';
import type { Engagement, OtherAssistant } from './engagement.js';

export const evidenceKinds = ['link', 'note', 'document-hash', 'file'] as const;
/** What shows that something was done: an address, a sentence, or the SHA-256 (hex) of a document. */
export interface Evidence {
  readonly kind: (typeof evidenceKinds)[number];
  readonly value: string;
}

export const restChoices = ['carried-over', 'waived'] as const;
/** Units that were asked for and not done are owed in a later period at their price, or not at all. */
export type RestChoice = (typeof restChoices)[number];
export interface RestOfRun {
  readonly quantity: number;
  readonly becomes: RestChoice;
}

/** One period of one duty line as it was agreed: what the schedule says before anybody works on it. */
export interface PlannedRun {
  readonly lineId: string;
  readonly dutyCode: string;
  readonly description: string;
  readonly doneCriterion: string;
  readonly unit: string;
  readonly cadence: Cadence;
  /** On which days it is due, where that was agreed. */
  readonly rule?: string | undefined;
  /** The agreement version whose terms hold for it. */
  readonly versionNumber: number;
  /** From 1, counted from the agreement's first day. */
  readonly periodNumber: number;
  /** First and last local date of the period, both included. */
  readonly periodStartsOn: string;
  readonly periodEndsOn: string;
  /** The period's first instant, and the one after its last: when the run falls due. */
  readonly startsAt: string;
  readonly dueAt: string;
  readonly volume: number;
  readonly unitPrice: Money;
  readonly silenceAcceptsAfterHours: number;
}

/** A period of a run by its dates and instants. */
export type PeriodOfRun = Pick<PlannedRun, 'periodNumber' | 'periodStartsOn' | 'periodEndsOn' | 'startsAt' | 'dueAt'>;

/** Which run it is, and whose work. */
interface DutyRunIdentity extends AgreementParties {
  readonly dutyRunId: DutyRunId;
  /** The run whose rest this one is; null for what the terms ask of the period itself. */
  readonly carriedFrom: DutyRunId | null;
}
interface DutyRunOfPlan extends DutyRunIdentity, PlannedRun {
  /** Whose it was before, and until when; left out where nobody was replaced. */
  readonly formerly?: readonly { readonly assistantId: AssistantId; readonly until: string }[];
  /** The dispute that holds it: until it is settled, nothing happens to the run. Left out where there is none. */
  readonly disputeId?: DisputeId;
  /** How often the business has returned it so far. */
  readonly timesReturned: number;
}
/** What the assistant reported. */
export interface DoneWork {
  readonly doneAt: string;
  /** When that was reported; silence counts from here, so that nobody gains by an early `doneAt`. */
  readonly reportedAt: string;
  /** When it was marked done for the first time; decides whether it was on time. */
  readonly firstDoneAt: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly evidence: readonly Evidence[];
  /** Units that were owed, where absences had taken some off the volume. */
  readonly owed?: number;
}
export interface ScheduledDutyRun extends DutyRunOfPlan {
  readonly status: 'scheduled';
}
export interface DoneDutyRun extends DutyRunOfPlan, DoneWork {
  readonly status: 'done';
  /** From then on silence counts as acceptance. */
  readonly silenceAcceptsAt: string;
}
export interface ReturnedDutyRun extends DutyRunOfPlan, DoneWork {
  readonly status: 'returned';
  readonly reason: string;
  readonly returnedAt: string;
}
export interface AcceptedDutyRun extends DutyRunOfPlan, DoneWork {
  readonly status: 'accepted';
  readonly acceptedAt: string;
  readonly bySilence: boolean;
  /** 1..5; null by silence. */
  readonly quality: number | null;
  /** Null when everything was done. */
  readonly rest: RestOfRun | null;
  readonly invoiceId: InvoiceId | null;
}
/** Nothing was done and nothing is owed: a change order or the engagement's end took it away. */
export interface CancelledDutyRun extends DutyRunOfPlan {
  readonly status: 'cancelled';
  readonly cancelledAt: string;
}
export type DutyRun = ScheduledDutyRun | DoneDutyRun | ReturnedDutyRun | AcceptedDutyRun | CancelledDutyRun;
export type DutyRunStatus = DutyRun['status'];
export const dutyRunStatuses = every<DutyRunStatus>({
  scheduled: true,
  done: true,
  returned: true,
  accepted: true,
  cancelled: true,
});

export interface ScheduleDutyRun extends DutyRunIdentity {
  readonly type: 'scheduleDutyRun';
  readonly plan: PlannedRun;
  readonly now: string;
}
export interface MarkDutyRunDone {
  readonly type: 'markDutyRunDone';
  readonly by: Party;
  /** Null before both sides have accepted. */
  readonly engagement: Engagement | null;
  /** Of the supply side as it is now. */
  readonly readiness: Readiness;
  /** Of all who have worked for the engagement. */
  readonly absences: readonly AbsentTime[];
  /** Whether the two sides agreed to work on days off. */
  readonly daysOffAgreed: boolean;
  /** When the work was finished; not in the future. */
  readonly doneAt: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly evidence: readonly Evidence[];
  readonly now: string;
}
export interface AcceptDutyRun {
  readonly type: 'acceptDutyRun';
  readonly by: Party;
  readonly quality: number;
  /** Said when less was done than was asked for, and only then. */
  readonly rest: RestChoice | null;
  /** Where a rest can be carried over to; null where nothing is left. */
  readonly laterPeriod: PeriodOfRun | null;
  readonly now: string;
}
export interface AcceptDutyRunBySilence {
  readonly type: 'acceptDutyRunBySilence';
  readonly now: string;
}
export interface ReturnDutyRun {
  readonly type: 'returnDutyRun';
  readonly by: Party;
  readonly reason: string;
  readonly now: string;
}
/** The terms of a change order take the place of those of a run that nobody has worked on. */
export interface ReplanDutyRun {
  readonly type: 'replanDutyRun';
  readonly plan: PlannedRun;
  readonly now: string;
}
export interface CancelDutyRun {
  readonly type: 'cancelDutyRun';
  readonly now: string;
}
/** Somebody else does it from now on. */
export interface ReassignDutyRun {
  readonly type: 'reassignDutyRun';
  readonly assistantId: AssistantId;
  readonly now: string;
}
/** A side disputes it. */
export interface HoldDutyRun {
  readonly type: 'holdDutyRun';
  readonly disputeId: DisputeId;
  readonly now: string;
}
/** The dispute is over. */
export interface ReleaseDutyRun {
  readonly type: 'releaseDutyRun';
  readonly disputeId: DisputeId;
  /** Units that are accepted by what was decided, none where it falls; null where it was withdrawn and all is as before. */
  readonly accepts: number | null;
  readonly now: string;
}
export interface InvoiceDutyRun {
  readonly type: 'invoiceDutyRun';
  readonly invoiceId: InvoiceId;
  readonly now: string;
}
export type DutyRunCommand =
  | ScheduleDutyRun
  | ReplanDutyRun
  | MarkDutyRunDone
  | AcceptDutyRun
  | AcceptDutyRunBySilence
  | ReturnDutyRun
  | CancelDutyRun
  | ReassignDutyRun
  | HoldDutyRun
  | ReleaseDutyRun
  | InvoiceDutyRun;

export type DutyRunScheduled = DutyRunIdentity & {
  readonly type: 'dutyRunScheduled';
  readonly plan: PlannedRun;
  readonly scheduledAt: string;
};
export type DutyRunReplanned = {
  readonly type: 'dutyRunReplanned';
  readonly plan: PlannedRun;
  readonly replannedAt: string;
};
export type DutyRunDone = {
  readonly type: 'dutyRunDone';
  readonly userId: UserId | null;
  readonly minutes: number;
  readonly quantity: number;
  readonly evidence: readonly Evidence[];
  /** Left out where the whole volume was. */
  readonly owed?: number;
  readonly doneAt: string;
  readonly reportedAt: string;
  readonly silenceAcceptsAt: string;
};
export type DutyRunAccepted = {
  readonly type: 'dutyRunAccepted';
  readonly userId: UserId | null;
  readonly bySilence: boolean;
  readonly quality: number | null;
  readonly rest: RestOfRun | null;
  readonly acceptedAt: string;
};
export type DutyRunReturned = {
  readonly type: 'dutyRunReturned';
  readonly userId: UserId | null;
  readonly reason: string;
  readonly returnedAt: string;
};
export type DutyRunCancelled = { readonly type: 'dutyRunCancelled'; readonly cancelledAt: string };
export interface DutyRunReassigned extends OtherAssistant {
  readonly type: 'dutyRunReassigned';
  readonly reassignedAt: string;
}
export type DutyRunHeld = { readonly type: 'dutyRunHeld'; readonly disputeId: DisputeId; readonly heldAt: string };
export type DutyRunReleased = {
  readonly type: 'dutyRunReleased';
  readonly disputeId: DisputeId;
  readonly accepts: number | null;
  readonly releasedAt: string;
};
export type DutyRunInvoiced = {
  readonly type: 'dutyRunInvoiced';
  readonly invoiceId: InvoiceId;
  readonly invoicedAt: string;
};
export type DutyRunFact =
  | DutyRunScheduled
  | DutyRunReplanned
  | DutyRunDone
  | DutyRunAccepted
  | DutyRunReturned
  | DutyRunCancelled
  | DutyRunReassigned
  | DutyRunHeld
  | DutyRunReleased
  | DutyRunInvoiced;
