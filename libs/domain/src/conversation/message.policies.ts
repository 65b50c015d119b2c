import { isBlank, textLength } from '#text';
import { DomainError } from '../domain-error.js';
import { demand, type Policy } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import { dayMs, instantMs, normaliseInstant } from '../time/instant.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { SendMessage, SettleMessage, Writer } from './message.js';

const maxMessageLength = 20_000;
const maxDaysAhead = 366;

/** The assistant speaks for the side of her agency. */
export const sideOfWriter = (writer: Writer): Side => (writer === 'business' ? 'business' : 'agency');

export const sendingPolicies: readonly Policy<SendMessage>[] = [
  function isWrittenHereInAnAgreedChannel({ outside, agreed }) {
    demand(outside !== null || agreed !== undefined, 'thread.channel-over', { at: ['threadId'] });
  },
  function wasSaidDuringTheEngagement({ outside, begunAt, saidAt, now }) {
    if (outside === null) return;
    const at = ['saidAt'];
    demand(saidAt <= now, 'message.said-in-the-future', { at, value: saidAt });
    demand(saidAt >= begunAt, 'message.said-before-the-engagement', { at, value: saidAt, begunAt });
  },
  function saysSomething({ text }) {
    demand(!isBlank(text), 'message.empty', { at: ['text'] });
    demand(textLength(text) <= maxMessageLength, 'message.too-long', { at: ['text'], max: maxMessageLength });
  },
  function leavesOneThingOpen({ question, promise }) {
    demand(question === null || promise === null, 'message.question-and-promise', { at: ['promise'] });
  },
  function isDueAfterItWasSaidAndSoon({ question, promise, saidAt }) {
    if (question?.answerBy) demandAhead(question.answerBy, 'answerBy', saidAt);
    if (promise !== null) demandAhead(promise.keptBy, 'promiseKeptBy', saidAt);
  },
  function promisesForItsOwnSide({ promise, writtenBy, by, parties }) {
    const isItsOwn = sideOf(parties, by) === sideOfWriter(writtenBy);
    demand(promise === null || isItsOwn, 'message.promise-of-the-other-side', { at: ['promiseKeptBy'] });
  },
  function repliesWithinItsThread({ repliesTo, threadId }) {
    demand(repliesTo === null || repliesTo.threadId === threadId, 'message.reply-in-another-thread', {
      at: ['repliesTo'],
    });
  },
  function decidesNothingElsewhere({ agreed, outside, accepts, asksForChange, keepsPromise }) {
    const at = accepts !== null ? 'accepts' : asksForChange ? 'asksForChange' : keepsPromise ? 'keepsPromise' : null;
    demand(agreed !== undefined || at === null, 'message.off-channel', {
      at: [at ?? 'channel'],
      ...(outside && { channel: outside.channel }),
    });
  },
  function acceptsWorkForTheBusiness({ accepts, writtenBy, by, parties }) {
    if (accepts === null) return;
    const isOfTheBusiness = writtenBy === 'business' && sideOf(parties, by) === 'business';
    demand(isOfTheBusiness, 'message.accepts-for-the-other-side', { at: ['accepts'] });
  },
  function keepsWhatItsOwnSidePromised({ keepsPromise, repliesTo, writtenBy }) {
    if (!keepsPromise) return;
    const open = repliesTo !== null && !repliesTo.settled ? repliesTo.openItem : null;
    demand(open?.kind === 'promise', 'message.nothing-promised', { at: ['keepsPromise'] });
    demand(open.waitsFor === sideOfWriter(writtenBy), 'message.promise-of-the-other-side', { at: ['keepsPromise'] });
  },
];

/** @throws DomainError `message.due-in-the-past`, `message.due-too-far`, `time.bad-instant` */
function demandAhead(instant: string, field: string, saidAt: string): void {
  const at = [field];
  const due = normaliseInstant(instant, at);
  if (due <= saidAt) throw new DomainError('message.due-in-the-past', { at, value: instant });
  if (instantMs(due) > instantMs(saidAt) + maxDaysAhead * dayMs) {
    throw new DomainError('message.due-too-far', { at, value: instant, maxDays: maxDaysAhead });
  }
}

export const settlingPolicies: readonly Policy<SettleMessage>[] = [
  function isOpen({ message }) {
    demand(message.openItem !== null, 'message.nothing-open');
    demand(!message.settled, 'message.already-settled');
  },
  function endsAsItsKindDoes({ message, as }) {
    const fitting = message.openItem?.kind === 'question' ? 'answered' : 'kept';
    demand(as === fitting || as === 'withdrawn', 'message.settled-as-another-kind', { at: ['as'] });
  },
  function isSaidByWhoWaits({ message, parties, by }) {
    demand(message.openItem?.waitsFor !== sideOf(parties, by), 'message.not-who-waits');
  },
];
