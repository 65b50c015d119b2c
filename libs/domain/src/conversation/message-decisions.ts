import { uphold } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import { normaliseInstant } from '../time/instant.js';
import { answerDueAt } from './answer-due.js';
import { sendingPolicies, settlingPolicies, sideOfWriter } from './message.policies.js';
import type { MessageFact, MessageSent, MessageSettled, OpenItem, SendMessage, SettleMessage } from './message.js';

const otherSide = (side: Side): Side => (side === 'agency' ? 'business' : 'agency');

/**
 * A message, and what it settles: an answer of the other side settles the question that it replies to, and a promise is
 * settled by the reply that says so. One that comes late from outside is due from when it was said, and may be overdue at once.
 * @throws DomainError `message.…`, `thread.channel-over`, `time.bad-instant`
 */
export function decideMessage(command: SendMessage): MessageFact[] {
  uphold(sendingPolicies, command);
  const { by, writtenBy, outside, messageId, threadId, parties, agreed, text, repliesTo, saidAt, now } = command;
  const sent: MessageSent = {
    type: 'messageSent',
    messageId,
    threadId,
    parties,
    writtenBy,
    // What is written here is in the agreed channel of its thread, as has been upheld.
    channel: outside?.channel ?? agreed!.channel,
    agreedChannelId: agreed?.channelId ?? null,
    outside: outside && { ...outside, toldBy: sideOf(parties, by) },
    acceptsRunId: command.accepts?.dutyRunId ?? null,
    asksForChange: command.asksForChange,
    fileIds: command.fileIds,
    text,
    repliesTo: repliesTo?.messageId ?? null,
    openItem: openItemOf(command),
    sentAt: saidAt,
    receivedAt: now,
  };
  return [sent, ...settledBy(command), ...settledBefore(command, sent.openItem)];
}

function openItemOf({ question, promise, answering, writtenBy, saidAt }: SendMessage): OpenItem | null {
  const side = sideOfWriter(writtenBy);
  if (question !== null) {
    const { answerBy } = question;
    const dueAt = answerBy === null ? answerDueAt(saidAt, answering) : normaliseInstant(answerBy, ['answerBy']);
    return { kind: 'question', dueAt, waitsFor: otherSide(side) };
  }
  return promise === null
    ? null
    : { kind: 'promise', dueAt: normaliseInstant(promise.keptBy, ['promiseKeptBy']), waitsFor: side };
}

/** What was said elsewhere, or by a program, settles nothing: whoever waits says whether it does. */
function settledBy({
  messageId,
  writtenBy,
  agreed,
  outside,
  repliesTo,
  keepsPromise,
  now,
}: SendMessage): MessageSettled[] {
  const open = repliesTo === null || repliesTo.settled ? null : repliesTo.openItem;
  if (repliesTo === null || open === null || open.waitsFor !== sideOfWriter(writtenBy)) return [];
  if (agreed === undefined || outside?.automatic) return [];
  if (open.kind === 'promise' && !keepsPromise) return [];
  const as = open.kind === 'question' ? 'answered' : 'kept';
  return [{ type: 'messageSettled', messageId: repliesTo.messageId, as, byMessageId: messageId, settledAt: now }];
}

/** A question whose answer came in before it has been answered already. */
function settledBefore({ messageId, earlyReplies, now }: SendMessage, openItem: OpenItem | null): MessageSettled[] {
  const answer = earlyReplies.find(({ writtenBy, counts }) => counts && sideOfWriter(writtenBy) === openItem?.waitsFor);
  if (openItem?.kind !== 'question' || answer === undefined) return [];
  return [{ type: 'messageSettled', messageId, as: 'answered', byMessageId: answer.messageId, settledAt: now }];
}

/** @throws DomainError `message.nothing-open`, `message.already-settled`, `message.not-who-waits`, … */
export function decideSettlement(command: SettleMessage): MessageSettled[] {
  uphold(settlingPolicies, command);
  const { message, as, now } = command;
  return [{ type: 'messageSettled', messageId: message.messageId, as, byMessageId: null, settledAt: now }];
}
