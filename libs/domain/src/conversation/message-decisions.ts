import { uphold } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import { normaliseInstant } from '../time/instant.js';
import { answerDueAt } from './answer-due.js';
import { sendingPolicies, settlingPolicies } from './message.policies.js';
import type { MessageFact, MessageSettled, OpenItem, SendMessage, SettleMessage } from './message.js';

const otherSide = (side: Side): Side => (side === 'agency' ? 'business' : 'agency');

/**
 * A message, and what it settles: an answer of the other side settles the question that it replies to, and a promise is
 * settled by the reply that says so.
 * @throws DomainError `message.…`, `thread.channel-over`, `time.bad-instant`
 */
export function decideMessage(command: SendMessage): MessageFact[] {
  uphold(sendingPolicies, command);
  const { by, asAssistant, messageId, threadId, parties, text, repliesTo, now } = command;
  const channel = command.channel!;
  const side = sideOf(parties, by);
  const sent: MessageFact = {
    type: 'messageSent',
    messageId,
    threadId,
    parties,
    writtenBy: asAssistant ? 'assistant' : side,
    channel: channel.channel,
    agreedChannelId: channel.channelId,
    text,
    repliesTo: repliesTo?.messageId ?? null,
    openItem: openItemOf(command, side),
    sentAt: now,
  };
  return [sent, ...settledBy(command, side)];
}

function openItemOf({ question, promise, answering, now }: SendMessage, side: Side): OpenItem | null {
  if (question !== null) {
    const { answerBy } = question;
    const dueAt = answerBy === null ? answerDueAt(now, answering) : normaliseInstant(answerBy, ['answerBy']);
    return { kind: 'question', dueAt, waitsFor: otherSide(side) };
  }
  return promise === null
    ? null
    : { kind: 'promise', dueAt: normaliseInstant(promise.keptBy, ['promiseKeptBy']), waitsFor: side };
}

function settledBy({ messageId, repliesTo, keepsPromise, now }: SendMessage, side: Side): MessageSettled[] {
  const open = repliesTo === null || repliesTo.settled ? null : repliesTo.openItem;
  if (repliesTo === null || open === null || open.waitsFor !== side) return [];
  if (open.kind === 'promise' && !keepsPromise) return [];
  const as = open.kind === 'question' ? 'answered' : 'kept';
  return [{ type: 'messageSettled', messageId: repliesTo.messageId, as, byMessageId: messageId, settledAt: now }];
}

/** @throws DomainError `message.nothing-open`, `message.already-settled`, `message.not-who-waits`, … */
export function decideSettlement(command: SettleMessage): MessageSettled[] {
  uphold(settlingPolicies, command);
  const { message, as, now } = command;
  return [{ type: 'messageSettled', messageId: message.messageId, as, byMessageId: null, settledAt: now }];
}
