import type { Money } from '../billing/money/money.js';
import { every } from '../every.js';
import type { CreditNoteId, DisputeId, UserId } from '../ids.js';
import type { Party } from '../organisation/party.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { AgreementParties } from '../work-parties.js';

export const disputeSubjectKinds = ['duty-run', 'time-entry', 'invoice'] as const;
/** What a dispute is about. */
export interface DisputeSubject {
  readonly kind: (typeof disputeSubjectKinds)[number];
  readonly id: string;
}

/** What of it is in question, as it was when the dispute was opened. */
export interface DisputedCharge {
  /** The line of the agreement, or the number of the invoice. */
  readonly description: string;
  /** What a run counts in; null for time and invoices. */
  readonly unit: string | null;
  /** How much there is to decide about: units of a run, minutes of time, minor units of an invoice's subtotal. */
  readonly measure: number;
  /** Its price, without commission and tax. */
  readonly amount: Money;
  /** Whether it is charged if nobody does anything: it was accepted, or is on an invoice. */
  readonly isCharged: boolean;
  /** When it was accepted or issued; null for what wasn't. */
  readonly since: string | null;
}

export const verdictOutcomes = ['stands', 'falls', 'in-part'] as const;
/** What becomes of what is disputed: it is charged as it is, not at all, or in part. */
export interface DisputeVerdict {
  readonly outcome: (typeof verdictOutcomes)[number];
  /** What stays charged where it is in part, in the measure of the charge; null otherwise. */
  readonly keeps: number | null;
}

/** What a side says, with what shows it. */
export interface Statement {
  readonly side: Side;
  readonly userId: UserId | null;
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly madeAt: string;
}

/** Which dispute it is, and what about. */
interface DisputedMatter extends AgreementParties {
  readonly disputeId: DisputeId;
  readonly subject: DisputeSubject;
  readonly charge: DisputedCharge;
  /** What whoever opened it wants. */
  readonly asks: DisputeVerdict;
}
interface DisputeBase extends DisputedMatter {
  readonly openedBy: Side;
  readonly openedAt: string;
  readonly statements: readonly Statement[];
  /** Sides that said nothing while it was their turn. */
  readonly unanswered: readonly Side[];
}
/** The other side's clock runs. */
export interface OpenedDispute extends DisputeBase {
  readonly status: 'opened';
  readonly answerDueAt: string;
}
/** The other side has answered, and the clock of whoever opened it runs. */
export interface AnsweredDispute extends DisputeBase {
  readonly status: 'answered';
  readonly answerDueAt: string;
}
/** Both sides had their turns; an administrator decides. */
export interface DisputeToDecide extends DisputeBase {
  readonly status: 'to-decide';
}
export interface SettledDispute extends DisputeBase {
  readonly status: 'settled';
  readonly verdict: DisputeVerdict;
  /** An administrator, or the other side, which gave in. */
  readonly settledBy: 'administrator' | 'sides';
  /** Why, in the words of the administrator; null where the other side gave in. */
  readonly reason: string | null;
  /** What took back what falls of an invoice. */
  readonly creditNoteId: CreditNoteId | null;
  readonly settledAt: string;
}
/** By whoever opened it: all is as it was before. */
export interface WithdrawnDispute extends DisputeBase {
  readonly status: 'withdrawn';
  readonly withdrawnAt: string;
}
export type OpenDispute = OpenedDispute | AnsweredDispute | DisputeToDecide;
export type Dispute = OpenDispute | SettledDispute | WithdrawnDispute;
export const disputeStatuses = every<Dispute['status']>({
  opened: true,
  answered: true,
  'to-decide': true,
  settled: true,
  withdrawn: true,
});

interface Said {
  readonly text: string;
  readonly fileIds: readonly string[];
}
export interface RaiseDispute extends DisputedMatter, Said {
  readonly type: 'raiseDispute';
  readonly by: Party;
  readonly now: string;
}
/** Whoever's clock runs. */
export interface AnswerDispute extends Said {
  readonly type: 'answerDispute';
  readonly by: Party;
  readonly now: string;
}
/** Whoever's clock ran has said nothing. */
export interface LapseAnswer {
  readonly type: 'lapseAnswer';
  readonly now: string;
}
interface CreditedBy {
  /** Of the credit note to come, where something of an invoice falls; null where nothing does. */
  readonly creditNoteId: CreditNoteId | null;
}
/** The other side gives in: it is as whoever opened it wants. */
export interface ConcedeDispute extends CreditedBy {
  readonly type: 'concedeDispute';
  readonly by: Party;
  readonly now: string;
}
export interface WithdrawDispute {
  readonly type: 'withdrawDispute';
  readonly by: Party;
  readonly now: string;
}
/** An administrator decides. */
export interface SettleDispute extends CreditedBy {
  readonly type: 'settleDispute';
  readonly verdict: DisputeVerdict;
  readonly reason: string;
  readonly now: string;
}
export type DisputeCommand = AnswerDispute | LapseAnswer | ConcedeDispute | WithdrawDispute | SettleDispute;

export interface DisputeOpened extends Omit<DisputeBase, 'statements' | 'unanswered'> {
  readonly type: 'disputeOpened';
  readonly statement: Statement;
  readonly answerDueAt: string;
}
export interface DisputeAnswered {
  readonly type: 'disputeAnswered';
  readonly statement: Statement;
  /** Until when the other side may reply; null where both have had their turns. */
  readonly answerDueAt: string | null;
}
export interface DisputeUnanswered {
  readonly type: 'disputeUnanswered';
  readonly side: Side;
  readonly lapsedAt: string;
}
export interface DisputeSettled {
  readonly type: 'disputeSettled';
  readonly verdict: DisputeVerdict;
  readonly settledBy: SettledDispute['settledBy'];
  readonly reason: string | null;
  readonly creditNoteId: CreditNoteId | null;
  readonly settledAt: string;
}
export interface DisputeWithdrawn {
  readonly type: 'disputeWithdrawn';
  readonly withdrawnAt: string;
}
export type DisputeFact = DisputeOpened | DisputeAnswered | DisputeUnanswered | DisputeSettled | DisputeWithdrawn;
