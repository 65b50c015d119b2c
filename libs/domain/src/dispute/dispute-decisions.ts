import { isBlank, textLength } from '#text';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact, uphold } from '../policy.js';
import { isBefore } from '../time/calendar.js';
import {
  daysAfter,
  demandOpen,
  demandSaid,
  demandVerdict,
  disputeBounds,
  hasLapsedAnswer,
  openingPolicies,
  sideIn,
  turnOf,
} from './dispute.policies.js';
import type { Dispute, DisputeCommand, DisputeFact, RaiseDispute, DisputeVerdict } from './dispute.js';

/** A side disputes a run, a time entry or an invoice. @throws DomainError `dispute.…` */
export function raiseDispute(command: RaiseDispute): DisputeFact[] {
  const openedBy = sideIn(command, command.by);
  uphold(openingPolicies, command);
  const { type: _, by, text, fileIds, now, ...of } = command;
  const statement = { side: openedBy, userId: by.userId, text: text.trim(), fileIds, madeAt: now };
  const answerDueAt = daysAfter(now, disputeBounds.daysToAnswer);
  return [{ type: 'disputeOpened', ...of, openedBy, openedAt: now, statement, answerDueAt }];
}

/** What can happen to a dispute. Silence moves it on and decides nothing. @throws DomainError `dispute.…` */
export const decideDispute = (command: DisputeCommand, dispute: Dispute): DisputeFact[] =>
  decideBy(deciders, command, dispute);

const deciders: Deciders<DisputeCommand, Dispute, DisputeFact> = {
  answerDispute({ by, text, fileIds, now }, dispute) {
    const side = sideIn(dispute, by);
    demandOpen(dispute);
    demand(dispute.status !== 'to-decide', 'dispute.time-is-up');
    demand(turnOf(dispute) === side, 'dispute.not-their-turn', { turn: turnOf(dispute) });
    demand(isBefore(now, dispute.answerDueAt), 'dispute.time-is-up', { answerDueAt: dispute.answerDueAt });
    demandSaid({ text, fileIds });
    const statement = { side, userId: by.userId, text: text.trim(), fileIds, madeAt: now };
    const answerDueAt = dispute.status === 'opened' ? daysAfter(now, disputeBounds.daysToReply) : null;
    return [{ type: 'disputeAnswered', statement, answerDueAt }];
  },
  lapseAnswer: ({ now }, dispute) =>
    hasLapsedAnswer(dispute, now) ? [{ type: 'disputeUnanswered', side: turnOf(dispute), lapsedAt: now }] : [],
  concedeDispute({ by, creditNoteId, now }, dispute) {
    const side = sideIn(dispute, by);
    demandOpen(dispute);
    demand(side !== dispute.openedBy, 'dispute.not-theirs-to-concede');
    const { asks: verdict } = dispute;
    return [{ type: 'disputeSettled', verdict, settledBy: 'sides', reason: null, creditNoteId, settledAt: now }];
  },
  withdrawDispute({ by, now }, dispute) {
    const side = sideIn(dispute, by);
    demandOpen(dispute);
    demand(side === dispute.openedBy, 'dispute.not-theirs-to-withdraw');
    return [{ type: 'disputeWithdrawn', withdrawnAt: now }];
  },
  settleDispute({ verdict, reason, creditNoteId, now }, dispute) {
    demandOpen(dispute);
    demand(dispute.status === 'to-decide' || hasLapsedAnswer(dispute, now), 'dispute.still-answering');
    demandVerdict(verdict, dispute.charge, []);
    const fits = !isBlank(reason) && textLength(reason) <= disputeBounds.textCharacters;
    demand(fits, 'dispute.text-length', { at: ['reason'], atMost: disputeBounds.textCharacters });
    const { outcome, keeps } = verdict;
    return [
      {
        type: 'disputeSettled',
        verdict: { outcome, keeps },
        settledBy: 'administrator',
        reason: reason.trim(),
        creditNoteId,
        settledAt: now,
      },
    ];
  },
};

/** How much of the charge stays, in its measure. */
export const keptOf = ({ outcome, keeps }: DisputeVerdict, { measure }: { readonly measure: number }): number =>
  outcome === 'stands' ? measure : (keeps ?? 0);

/** The dispute after one more fact. */
export function evolveDispute(dispute: Dispute | null, fact: DisputeFact): Dispute {
  if (fact.type === 'disputeOpened') {
    if (dispute) return unexpectedFact(fact, dispute.status);
    const { type: _, statement, ...opened } = fact;
    return { status: 'opened', ...opened, statements: [statement], unanswered: [] };
  }
  if (dispute === null || dispute.status === 'settled' || dispute.status === 'withdrawn') {
    return unexpectedFact(fact, dispute?.status ?? 'nothing');
  }
  const { answerDueAt: _, ...open } = { answerDueAt: null, ...dispute };
  switch (fact.type) {
    case 'disputeAnswered': {
      const statements = [...open.statements, fact.statement];
      const { answerDueAt } = fact;
      return answerDueAt === null
        ? { ...open, status: 'to-decide', statements }
        : { ...open, status: 'answered', statements, answerDueAt };
    }
    case 'disputeUnanswered':
      return { ...open, status: 'to-decide', unanswered: [...open.unanswered, fact.side] };
    case 'disputeSettled': {
      const { verdict, settledBy, reason, creditNoteId, settledAt } = fact;
      return { ...open, status: 'settled', verdict, settledBy, reason, creditNoteId, settledAt };
    }
    case 'disputeWithdrawn':
      return { ...open, status: 'withdrawn', withdrawnAt: fact.withdrawnAt };
    default:
      return fact satisfies never;
  }
}
