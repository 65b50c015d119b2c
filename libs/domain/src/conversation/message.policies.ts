import { isBlank, textLength } from '#text';
import { DomainError } from '../domain-error.js';
import { demand, type Policy } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import { dayMs, instantMs, normaliseInstant } from '../time/instant.js';
import type { SendMessage, SettleMessage } from './message.js';

const maxMessageLength = 20_000;
const maxDaysAhead = 366;

export const sendingPolicies: readonly Policy<SendMessage>[] = [
  function goesOnInAnAgreedChannel({ channel }) {
    demand(channel !== undefined, 'thread.channel-over', { at: ['threadId'] });
  },
  function saysSomething({ text }) {
    demand(!isBlank(text), 'message.empty', { at: ['text'] });
    demand(textLength(text) <= maxMessageLength, 'message.too-long', { at: ['text'], max: maxMessageLength });
  },
  function leavesOneThingOpen({ question, promise }) {
    demand(question === null || promise === null, 'message.question-and-promise', { at: ['promise'] });
  },
  function isDueAheadAndSoon({ question, promise, now }) {
    if (question?.answerBy) demandAhead(question.answerBy, 'answerBy', now);
    if (promise !== null) demandAhead(promise.keptBy, 'promiseKeptBy', now);
  },
  function repliesWithinItsThread({ repliesTo, threadId }) {
    demand(repliesTo === null || repliesTo.threadId === threadId, 'message.reply-in-another-thread', {
      at: ['repliesTo'],
    });
  },
  function keepsWhatItsOwnSidePromised({ keepsPromise, repliesTo, by, parties }) {
    if (!keepsPromise) return;
    const open = repliesTo !== null && !repliesTo.settled ? repliesTo.openItem : null;
    demand(open?.kind === 'promise', 'message.nothing-promised', { at: ['keepsPromise'] });
    demand(open.waitsFor === sideOf(parties, by), 'message.promise-of-the-other-side', { at: ['keepsPromise'] });
  },
];

/** @throws DomainError `message.due-in-the-past`, `message.due-too-far`, `time.bad-instant` */
function demandAhead(instant: string, field: string, now: string): void {
  const at = [field];
  const due = normaliseInstant(instant, at);
  if (due <= now) throw new DomainError('message.due-in-the-past', { at, value: instant });
  if (instantMs(due) > instantMs(now) + maxDaysAhead * dayMs) {
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
