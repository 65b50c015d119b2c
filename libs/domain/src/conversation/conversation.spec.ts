import { type AgencyId, type AssistantId, type BusinessId, type EngagementId, type OrganisationId } from '../ids.js';
import { answerDueAt } from './answer-due.js';
import { type AgreedChannel, agreedAs, channelOfPlace, channelsFollowing } from './agreed-channels.js';
import { decideMessage, decideSettlement } from './message-decisions.js';
import type { KnownMessage, MessageId, SendMessage, SettleMessage, ThreadId } from './message.js';

const now = '2026-11-30T09:00:00.000Z';
const later = '2026-12-02T09:00:00.000Z';
const parties = {
  engagementId: 'engagement' as EngagementId,
  businessId: 'business' as BusinessId,
  agencyId: 'agency' as AgencyId,
  assistantId: 'assistant' as AssistantId,
};
const party = (organisationId: string) => ({ organisationId: organisationId as OrganisationId, userId: null });
const email: AgreedChannel = {
  channelId: 'c1',
  channel: 'email',
  place: 1,
  since: '2026-11-01T00:00:00.000Z',
  until: null,
};
const chat: AgreedChannel = { ...email, channelId: 'c2', channel: 'chat', place: 2 };
const message: SendMessage = {
  type: 'sendMessage',
  by: party('business'),
  asAssistant: false,
  messageId: 'm2' as MessageId,
  threadId: 't1' as ThreadId,
  parties,
  channel: email,
  text: 'Could you move the call?',
  question: null,
  promise: null,
  repliesTo: null,
  keepsPromise: false,
  answering: { targetMinutes: 240, calendar: null },
  now,
};
const question: KnownMessage = {
  messageId: 'm1' as MessageId,
  threadId: 't1' as ThreadId,
  openItem: { kind: 'question', dueAt: later, waitsFor: 'agency' },
  settled: false,
};
const promise: KnownMessage = { ...question, openItem: { kind: 'promise', dueAt: later, waitsFor: 'agency' } };
const send = (changes: Partial<SendMessage>) => decideMessage({ ...message, ...changes });

describe('a message', () => {
  it('that expects an answer waits for the other side, as long as the agreement says', () => {
    expect(send({ question: { answerBy: null } })).toMatchObject([
      { openItem: { kind: 'question', waitsFor: 'agency', dueAt: '2026-11-30T13:00:00.000Z' } },
    ]);
  });

  it('that promises waits for its own side until the date of the promise', () => {
    expect(
      send({ by: party('agency'), asAssistant: true, promise: { keptBy: '2026-12-02T10:00:00+01:00' } }),
    ).toMatchObject([{ writtenBy: 'assistant', openItem: { kind: 'promise', waitsFor: 'agency', dueAt: later } }]);
  });

  it('of the other side settles the question that it replies to', () => {
    expect(send({ by: party('agency'), repliesTo: question })).toMatchObject([
      { repliesTo: 'm1' },
      { type: 'messageSettled', messageId: 'm1', as: 'answered', byMessageId: 'm2' },
    ]);
  });

  it('of who asked only adds to the question', () => {
    expect(send({ repliesTo: question })).toHaveLength(1);
  });

  it('keeps a promise only where it says so', () => {
    expect(send({ by: party('agency'), repliesTo: promise })).toHaveLength(1);
    expect(send({ by: party('agency'), repliesTo: promise, keepsPromise: true })).toMatchObject([
      {},
      { messageId: 'm1', as: 'kept' },
    ]);
  });

  it.each<[string, Partial<SendMessage>]>([
    ['thread.channel-over', { channel: undefined }],
    ['message.empty', { text: ' \n' }],
    ['message.too-long', { text: 'x'.repeat(20_001) }],
    ['message.question-and-promise', { question: { answerBy: null }, promise: { keptBy: later } }],
    ['message.due-in-the-past', { question: { answerBy: now } }],
    ['message.due-too-far', { promise: { keptBy: '2027-12-02T09:00:00Z' } }],
    ['time.bad-instant', { promise: { keptBy: 'soon' } }],
    ['message.reply-in-another-thread', { repliesTo: { ...question, threadId: 't2' as ThreadId } }],
    ['message.nothing-promised', { repliesTo: question, keepsPromise: true }],
    ['message.nothing-promised', { repliesTo: { ...promise, settled: true }, keepsPromise: true }],
    ['message.promise-of-the-other-side', { repliesTo: promise, keepsPromise: true }],
  ])('is refused as %s', (code, changes) => {
    expect(() => send(changes)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is open', () => {
  const settlement: SettleMessage = {
    type: 'settleMessage',
    by: party('business'),
    parties,
    message: question,
    as: 'answered',
    now,
  };
  it('is settled by who waits', () => {
    expect(decideSettlement(settlement)).toEqual([
      { type: 'messageSettled', messageId: 'm1', as: 'answered', byMessageId: null, settledAt: now },
    ]);
    expect(decideSettlement({ ...settlement, message: promise, as: 'kept' })).toHaveLength(1);
  });

  it.each<[string, Partial<SettleMessage>]>([
    ['message.nothing-open', { message: { ...question, openItem: null } }],
    ['message.already-settled', { message: { ...question, settled: true } }],
    ['message.settled-as-another-kind', { as: 'kept' }],
    ['message.not-who-waits', { by: party('agency') }],
  ])('is not, as %s', (code, changes) => {
    expect(() => decideSettlement({ ...settlement, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the answer to a question', () => {
  const calendar = {
    timeZone: 'Europe/Madrid',
    weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' })),
    daysOff: [],
    weeklyCapacityMinutes: 2_400,
  };
  it.each([
    ['on a Friday evening is due on Monday', '2026-11-27T18:00:00Z', '2026-11-30T12:00:00.000Z'],
    ['is due within the hours of the day where they suffice', '2026-11-30T09:00:00Z', '2026-11-30T13:00:00.000Z'],
    ['goes on the next morning where they do not', '2026-11-30T15:00:00Z', '2026-12-01T11:00:00.000Z'],
    ['keeps to the clock on the wall over a change of the clocks', '2026-10-23T14:00:00Z', '2026-10-26T11:00:00.000Z'],
  ])('asked %s', (_, asked, due) => {
    expect(answerDueAt(asked, { targetMinutes: 240, calendar })).toBe(due);
  });

  it('is due by the clock where nobody has hours', () => {
    const idle = { ...calendar, weeklyHours: [] };
    expect(answerDueAt(now, { targetMinutes: 90, calendar: idle })).toBe('2026-11-30T10:30:00.000Z');
  });
});

describe('agreed channels', () => {
  const former: AgreedChannel = { ...email, until: now };
  const helpdesk: AgreedChannel = { ...email, channelId: 'c3', channel: 'helpdesk', since: now };

  it('end and begin at the instant of a switch', () => {
    const channels = [former, helpdesk, chat];
    expect(channelOfPlace(channels, 1, '2026-11-30T08:59:59.999Z')).toBe(former);
    expect(channelOfPlace(channels, 1, now)).toBe(helpdesk);
    expect(agreedAs(channels, 'email', now)).toBeUndefined();
    expect(agreedAs(channels, 'chat', now)).toBe(chat);
  });

  it('keep their place where new terms name them again', () => {
    expect(channelsFollowing([email, chat], ['phone', 'chat'], now)).toEqual({
      ended: [email],
      begun: [{ channel: 'phone', place: 1 }],
    });
    expect(channelsFollowing([email, chat], ['chat', 'email'], now)).toEqual({ ended: [], begun: [] });
    expect(channelsFollowing([email, chat], ['email'], now)).toEqual({ ended: [chat], begun: [] });
    expect(channelsFollowing([], ['email', 'chat'], now)).toMatchObject({ begun: [{ place: 1 }, { place: 2 }] });
  });
});
