import type {
  AgencyId,
  AgreementId,
  AssistantId,
  BusinessId,
  CreditNoteId,
  DisputeId,
  OrganisationId,
  UserId,
} from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideDispute, evolveDispute, keptOf, raiseDispute } from './dispute-decisions.js';
import type { Dispute, DisputeCommand, DisputeFact, RaiseDispute } from './dispute.js';

const [business, agency, stranger] = ['business-1', 'agency-1', 'agency-2'].map((organisationId) => ({
  organisationId: organisationId as OrganisationId,
  userId: `${organisationId}-owner` as UserId,
}));
const opensAt = '2026-03-27T09:00:00.000Z';
const open: RaiseDispute = {
  type: 'raiseDispute',
  disputeId: 'dispute-1' as DisputeId,
  by: business!,
  subject: { kind: 'invoice', id: 'invoice-1' },
  charge: {
    description: '2026/000001',
    unit: null,
    measure: 10_000,
    amount: { amountMinor: 10_000, currency: 'EUR' },
    isCharged: true,
    since: '2026-03-01T09:00:00.000Z',
  },
  agreementId: 'agreement-1' as AgreementId,
  businessId: 'business-1' as BusinessId,
  agencyId: 'agency-1' as AgencyId,
  assistantId: 'assistant-1' as AssistantId,
  asks: { outcome: 'in-part', keeps: 4_000 },
  text: ' Forty receipts were filed twice ',
  fileIds: ['file-1'],
  now: opensAt,
};
const played = (commands: readonly DisputeCommand[], opening: RaiseDispute = open): Dispute => {
  const opened = raiseDispute(opening).reduce<Dispute | null>(evolveDispute, null)!;
  return commands.reduce<Dispute>(
    (dispute, command) => decideDispute(command, dispute).reduce<Dispute>(evolveDispute, dispute),
    opened,
  );
};
const answer = {
  type: 'answerDispute',
  by: agency!,
  text: 'They were not',
  fileIds: [],
  now: '2026-03-28T09:00:00.000Z',
} as const;
const reply = { ...answer, by: business!, text: 'They were', now: '2026-03-29T09:00:00.000Z' } as const;
const creditNoteId = 'credit-note-1' as CreditNoteId;
const settle = {
  type: 'settleDispute',
  verdict: { outcome: 'in-part', keeps: 7_000 },
  reason: 'Half of them were',
  creditNoteId,
  now: '2026-04-10T09:00:00.000Z',
} as const;
const concede = { type: 'concedeDispute', by: agency!, creditNoteId, now: answer.now } as const;
const withdraw = { type: 'withdrawDispute', by: business!, now: answer.now } as const;

describe('a dispute', () => {
  it('begins with what a side says, and starts the clock of the other one across a change of the clocks', () => {
    expect(played([])).toMatchObject({
      status: 'opened',
      openedBy: 'business',
      answerDueAt: '2026-04-03T09:00:00.000Z',
      statements: [{ side: 'business', text: 'Forty receipts were filed twice', fileIds: ['file-1'], madeAt: opensAt }],
    });
  });

  it('gives each side its turn, and then is for an administrator to decide', () => {
    const answered = played([answer]);
    expect(answered).toMatchObject({ status: 'answered', answerDueAt: '2026-03-31T09:00:00.000Z' });
    expect(refusalOf(() => decideDispute(answer, answered))).toBe('dispute.not-their-turn');
    const toDecide = played([answer, reply]);
    expect(toDecide).toMatchObject({ status: 'to-decide', unanswered: [] });
    expect(toDecide).not.toHaveProperty('answerDueAt');
    expect(refusalOf(() => decideDispute(answer, toDecide))).toBe('dispute.time-is-up');
    expect(played([answer, reply, settle])).toMatchObject({
      status: 'settled',
      settledBy: 'administrator',
      verdict: settle.verdict,
      reason: settle.reason,
      creditNoteId,
    });
  });

  it.each<[string, readonly DisputeCommand[], string]>([
    ['the other side', [], 'agency'],
    ['whoever opened it', [answer], 'business'],
  ])('is handed to an administrator by the silence of %s, which decides nothing', (_, before, side) => {
    const waits = played(before);
    const dueAt = 'answerDueAt' in waits ? waits.answerDueAt : '';
    expect(decideDispute({ type: 'lapseAnswer', now: '2026-03-27T10:00:00.000Z' }, waits)).toEqual([]);
    expect(refusalOf(() => decideDispute({ ...settle, now: '2026-03-28T09:00:00.001Z' }, waits))).toBe(
      'dispute.still-answering',
    );
    expect(played([...before, { type: 'lapseAnswer', now: dueAt }])).toMatchObject({
      status: 'to-decide',
      unanswered: [side],
    });
    const late = { ...answer, by: side === 'agency' ? agency! : business!, now: dueAt };
    expect(refusalOf(() => decideDispute(late, waits))).toBe('dispute.time-is-up');
    // Also before somebody has swept.
    expect(played([...before, settle]).status).toBe('settled');
  });

  it('ends where the other side gives in, as whoever opened it asked', () => {
    expect(played([concede])).toMatchObject({
      status: 'settled',
      settledBy: 'sides',
      verdict: open.asks,
      reason: null,
    });
    expect(refusalOf(() => decideDispute({ ...concede, by: business! }, played([])))).toBe(
      'dispute.not-theirs-to-concede',
    );
  });

  it('ends where whoever opened it takes it back', () => {
    expect(played([answer, withdraw])).toMatchObject({ status: 'withdrawn', withdrawnAt: withdraw.now });
    expect(refusalOf(() => decideDispute({ ...withdraw, by: agency! }, played([])))).toBe(
      'dispute.not-theirs-to-withdraw',
    );
  });

  it('is over then, for everybody', () => {
    for (const over of [played([concede]), played([withdraw])]) {
      for (const command of [answer, concede, withdraw, settle]) {
        expect(refusalOf(() => decideDispute(command, over))).toBe('dispute.settled');
      }
      expect(decideDispute({ type: 'lapseAnswer', now: '2030-01-01T00:00:00.000Z' }, over)).toEqual([]);
      const [fact] = decideDispute(withdraw, played([])) as [DisputeFact];
      expect(() => evolveDispute(over, fact)).toThrow(over.status);
    }
  });

  it('is between its two sides', () => {
    for (const command of [answer, concede, withdraw]) {
      expect(refusalOf(() => decideDispute({ ...command, by: stranger! }, played([])))).toBe('dispute.not-a-party');
    }
  });

  it('leaves charged what was decided', () => {
    expect(keptOf({ outcome: 'stands', keeps: null }, open.charge)).toBe(10_000);
    expect(keptOf({ outcome: 'falls', keeps: null }, open.charge)).toBe(0);
    expect(keptOf(settle.verdict, open.charge)).toBe(7_000);
  });

  it.each<[string, Partial<RaiseDispute>]>([
    ['dispute.not-a-party', { by: stranger! }],
    ['dispute.text-length text', { text: ' ' }],
    ['dispute.text-length text', { text: 'x'.repeat(4001) }],
    ['dispute.too-many-files fileIds', { fileIds: Array.from({ length: 11 }, (_, index) => `file-${index}`) }],
    ['dispute.nothing-in-question', { charge: { ...open.charge, measure: 0 } }],
    ['dispute.bad-verdict asks.keeps', { asks: { outcome: 'in-part', keeps: null } }],
    ['dispute.bad-verdict asks.keeps', { asks: { outcome: 'in-part', keeps: 10_000 } }],
    ['dispute.bad-verdict asks.keeps', { asks: { outcome: 'in-part', keeps: 0.5 } }],
    ['dispute.bad-verdict asks.keeps', { asks: { outcome: 'falls', keeps: 1 } }],
    ['dispute.asks-for-nothing asks.outcome', { asks: { outcome: 'stands', keeps: null } }],
    ['dispute.asks-for-nothing asks.outcome', { by: agency!, asks: { outcome: 'stands', keeps: null } }],
    ['dispute.too-late', { now: '2026-04-30T09:00:00.001Z' }],
  ])('is refused with %s', (refusal, changes) => {
    expect(refusalOf(() => raiseDispute({ ...open, ...changes }))).toBe(refusal);
  });

  it('is open to an agency where nothing was accepted yet', () => {
    const returned = { ...open.charge, isCharged: false, since: null, unit: 'e-mail', measure: 5 };
    const asks = { outcome: 'stands', keeps: null } as const;
    const opening: RaiseDispute = { ...open, by: agency!, charge: returned, asks };
    expect(played([], opening)).toMatchObject({ status: 'opened', openedBy: 'agency' });
    expect(refusalOf(() => raiseDispute({ ...opening, asks: { outcome: 'falls', keeps: null } }))).toBe(
      'dispute.asks-for-nothing asks.outcome',
    );
  });

  it.each([
    [{ verdict: { outcome: 'in-part', keeps: 10_000 } }, 'dispute.bad-verdict keeps'],
    [{ reason: ' ' }, 'dispute.text-length reason'],
  ])('is not settled by %j', (changes, refusal) => {
    const command = { ...settle, ...changes } as typeof settle;
    expect(refusalOf(() => decideDispute(command, played([answer, reply])))).toBe(refusal);
  });

  it('is taken back at its last moment', () => {
    expect(refusalOf(() => raiseDispute({ ...open, now: '2026-04-30T09:00:00.000Z' }))).toBeNull();
  });
});
