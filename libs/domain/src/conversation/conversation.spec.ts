import type { AgencyId, AssistantId, BusinessId, DutyRunId, EngagementId, OrganisationId } from '../ids.js';
import { answerDueAt } from './answer-due.js';
import { chat, email } from './agreed-channels.examples.js';
import { type AgreedChannel, agreedAs, channelOfPlace, channelsFollowing } from './agreed-channels.js';
import { decideMessage, decideSettlement } from './message-decisions.js';
import type {
  AcceptedWork,
  KnownMessage,
  MessageId,
  OutsideOrigin,
  SendMessage,
  SettleMessage,
  ThreadId,
  Writer,
} from './message.js';
import { threadSubject } from './thread-subject.js';

const now = '2026-11-30T09:00:00.000Z';
const later = '2026-12-02T09:00:00.000Z';
const parties = {
  engagementId: 'engagement' as EngagementId,
  businessId: 'business' as BusinessId,
  agencyId: 'agency' as AgencyId,
  assistantId: 'assistant' as AssistantId,
};
const party = (organisationId: string) => ({ organisationId: organisationId as OrganisationId, userId: null });
const message: SendMessage = {
  type: 'sendMessage',
  by: party('business'),
  writtenBy: 'business',
  outside: null,
  begunAt: '2026-11-01T00:00:00.000Z',
  messageId: 'm2' as MessageId,
  threadId: 't1' as ThreadId,
  parties,
  agreed: email,
  saidAt: now,
  text: 'Could you move the call?',
  question: null,
  promise: null,
  repliesTo: null,
  earlyReplies: [],
  keepsPromise: false,
  accepts: null,
  asksForChange: false,
  fileIds: [],
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
const ofTheAgency = { by: party('agency'), writtenBy: 'agency' } as const;
const send = (changes: Partial<SendMessage>) => decideMessage({ ...message, ...changes });

describe('a message', () => {
  it('that expects an answer waits for the other side, as long as the agreement says', () => {
    expect(send({ question: { answerBy: null } })).toMatchObject([
      { openItem: { kind: 'question', waitsFor: 'agency', dueAt: '2026-11-30T13:00:00.000Z' } },
    ]);
  });

  it('that promises waits for its own side until the date of the promise', () => {
    expect(
      send({ by: party('agency'), writtenBy: 'assistant', promise: { keptBy: '2026-12-02T10:00:00+01:00' } }),
    ).toMatchObject([{ writtenBy: 'assistant', openItem: { kind: 'promise', waitsFor: 'agency', dueAt: later } }]);
  });

  it('of the other side settles the question that it replies to', () => {
    expect(send({ ...ofTheAgency, repliesTo: question })).toMatchObject([
      { repliesTo: 'm1' },
      { type: 'messageSettled', messageId: 'm1', as: 'answered', byMessageId: 'm2' },
    ]);
  });

  it('of who asked only adds to the question', () => {
    expect(send({ repliesTo: question })).toHaveLength(1);
  });

  it('keeps a promise only where it says so', () => {
    expect(send({ ...ofTheAgency, repliesTo: promise })).toHaveLength(1);
    expect(send({ ...ofTheAgency, repliesTo: promise, keepsPromise: true })).toMatchObject([
      {},
      { messageId: 'm1', as: 'kept' },
    ]);
  });

  it.each<[string, Partial<SendMessage>]>([
    ['thread.channel-over', { agreed: undefined }],
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

describe('a message from outside', () => {
  const before = '2026-11-29T18:00:00.000Z';
  const outside: OutsideOrigin = {
    channel: 'helpdesk',
    origin: 'api',
    externalId: 'ticket-7',
    automatic: false,
    answersExternalId: null,
  };
  const told = (changes: Partial<SendMessage>) => send({ outside, agreed: undefined, saidAt: before, ...changes });
  const work: AcceptedWork = { dutyRunId: 'run' as DutyRunId, quality: 5 };

  it('that was said elsewhere is marked, and what it asks is open all the same', () => {
    expect(told({ question: { answerBy: null } })).toMatchObject([
      {
        channel: 'helpdesk',
        agreedChannelId: null,
        outside: { externalId: 'ticket-7', toldBy: 'business' },
        openItem: { kind: 'question', waitsFor: 'agency', dueAt: '2026-11-29T22:00:00.000Z' },
        sentAt: before,
        receivedAt: now,
      },
    ]);
  });

  it('settles a question in an agreed channel, and neither elsewhere nor by a program', () => {
    expect(told({ ...ofTheAgency, repliesTo: question })).toHaveLength(1);
    expect(told({ ...ofTheAgency, agreed: chat, repliesTo: question })).toMatchObject([{}, { as: 'answered' }]);
    const away = { ...outside, automatic: true };
    expect(told({ ...ofTheAgency, agreed: chat, outside: away, repliesTo: question })).toHaveLength(1);
    // Told by the side that waits, of the side that answered.
    expect(told({ writtenBy: 'assistant', agreed: chat, repliesTo: question })).toMatchObject([{}, { as: 'answered' }]);
  });

  it('that asks what was answered before it came is answered', () => {
    const reply = (writtenBy: Writer, counts: boolean) => ({ messageId: 'm0' as MessageId, writtenBy, counts });
    const asked = { question: { answerBy: null }, agreed: chat };
    expect(told({ ...asked, earlyReplies: [reply('business', true), reply('agency', false)] })).toHaveLength(1);
    expect(told({ ...asked, earlyReplies: [reply('assistant', true)] })).toMatchObject([
      {},
      { messageId: 'm2', as: 'answered', byMessageId: 'm0' },
    ]);
  });

  it('accepts work for the business in an agreed channel', () => {
    expect(told({ agreed: chat, accepts: work })).toMatchObject([{ acceptsRunId: 'run' }]);
  });

  it.each<[string, Partial<SendMessage>]>([
    ['message.off-channel', { accepts: work }],
    ['message.off-channel', { asksForChange: true, question: { answerBy: null } }],
    ['message.off-channel', { ...ofTheAgency, repliesTo: promise, keepsPromise: true }],
    ['message.accepts-for-the-other-side', { agreed: chat, ...ofTheAgency, accepts: work }],
    ['message.accepts-for-the-other-side', { agreed: chat, by: party('agency'), accepts: work }],
    ['message.promise-of-the-other-side', { writtenBy: 'agency', promise: { keptBy: later } }],
    ['message.said-in-the-future', { saidAt: '2026-11-30T09:00:00.001Z' }],
    ['message.said-before-the-engagement', { saidAt: '2026-10-31T23:59:59.999Z' }],
    ['message.due-in-the-past', { question: { answerBy: before } }],
  ])('is refused as %s', (code, changes) => {
    expect(() => told(changes)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['RE: Rv: fwd: [Box] Receipts', 'Hello', '[Box] Receipts'],
    ['Re[2]: Receipts  of\tMay', 'Hello', 'Receipts of May'],
    ['Re:', '\n The first line \nand more', 'The first line'],
    [null, 'x'.repeat(300), 'x'.repeat(200)],
    ['Regarding: us', 'Hello', 'Regarding: us'],
  ])('with the subject %s is about its own words', (subject, text, about) => {
    expect(threadSubject(subject, text)).toBe(about);
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
