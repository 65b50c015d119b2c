import { isBlank, textLength } from '#text';
import type { Party } from '../organisation/party.js';
import { demand, type Policy } from '../policy.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import { isBefore, plusHours } from '../time/calendar.js';
import type {
  AnsweredDispute,
  Dispute,
  DisputedCharge,
  OpenDispute,
  OpenedDispute,
  RaiseDispute,
  DisputeVerdict,
} from './dispute.js';

/** How disputes go here; days are of 24 hours. */
export const disputeBounds = {
  /** After something was accepted or issued, it can be disputed for so long. */
  daysToOpen: 60,
  /** The other side's clock. */
  daysToAnswer: 7,
  /** The clock of whoever opened it, once there is an answer. */
  daysToReply: 3,
  textCharacters: 4000,
  files: 10,
} as const;

export const daysAfter = (at: string, days: number): string => plusHours(at, days * 24);

/** @throws DomainError `dispute.not-a-party` */
export function sideIn(
  { businessId, agencyId }: Pick<Dispute, 'businessId' | 'agencyId'>,
  { organisationId }: Party,
): Side {
  demand(organisationId === businessId || organisationId === agencyId, 'dispute.not-a-party');
  return organisationId === businessId ? 'business' : 'agency';
}

const otherThan = (side: Side): Side => (side === 'business' ? 'agency' : 'business');

/** Whose clock runs. */
export const turnOf = ({ status, openedBy }: OpenedDispute | AnsweredDispute): Side =>
  status === 'opened' ? otherThan(openedBy) : openedBy;

export const isOpenDispute = (dispute: Dispute): dispute is OpenDispute =>
  dispute.status !== 'settled' && dispute.status !== 'withdrawn';

/** Whether whoever's clock ran has let it run out. */
export const hasLapsedAnswer = (dispute: Dispute, now: string): dispute is OpenedDispute | AnsweredDispute =>
  (dispute.status === 'opened' || dispute.status === 'answered') && !isBefore(now, dispute.answerDueAt);

/** @throws DomainError `dispute.text-length`, `dispute.too-many-files` */
export function demandSaid({ text, fileIds }: Pick<RaiseDispute, 'text' | 'fileIds'>): void {
  const { textCharacters: atMost, files } = disputeBounds;
  demand(!isBlank(text) && textLength(text) <= atMost, 'dispute.text-length', { at: ['text'], atMost });
  demand(fileIds.length <= files, 'dispute.too-many-files', { at: ['fileIds'], atMost: files });
}

/** What stays in part is more than nothing and less than all. @throws DomainError `dispute.bad-verdict` */
export function demandVerdict(
  { outcome, keeps }: DisputeVerdict,
  { measure }: DisputedCharge,
  at: readonly string[],
): void {
  const isPart = keeps !== null && Number.isSafeInteger(keeps) && keeps >= 1 && keeps < measure;
  const fits = outcome === 'in-part' ? isPart : keeps === null;
  demand(fits, 'dispute.bad-verdict', { at: [...at, 'keeps'], measure });
}

/** @throws DomainError `dispute.settled` */
export function demandOpen(dispute: Dispute): asserts dispute is OpenDispute {
  demand(isOpenDispute(dispute), 'dispute.settled', { status: dispute.status });
}

export const openingPolicies: readonly Policy<RaiseDispute>[] = [
  (command) => demandSaid(command),
  function hasSomethingInIt({ charge: { measure } }) {
    demand(measure > 0, 'dispute.nothing-in-question');
  },
  ({ asks, charge }) => demandVerdict(asks, charge, ['asks']),
  /** A business wants to pay less than it would have to, an agency to be paid what it wouldn't be. */
  function asksForAChange(command) {
    const { asks, charge } = command;
    const isAsked =
      sideIn(command, command.by) === 'business'
        ? asks.outcome !== 'stands'
        : !charge.isCharged && asks.outcome !== 'falls';
    demand(isAsked, 'dispute.asks-for-nothing', { at: ['asks', 'outcome'] });
  },
  function comesInTime({ charge: { since }, now }) {
    const days = disputeBounds.daysToOpen;
    demand(since === null || !isBefore(daysAfter(since, days), now), 'dispute.too-late', { since, days });
  },
];
