import type { AgencyId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { type PaidDocument, planByAccount, planPayouts } from './payout.js';

describe('payouts through the payment service', () => {
  const [one, two] = ['one' as AgencyId, 'two' as AgencyId];
  const earned = (agencyId: AgencyId, amountMinor: number): PaidDocument => ({
    kind: 'invoice',
    id: agencyId,
    agencyId,
    earnings: { amountMinor, currency: 'EUR' },
    tax: { amountMinor: 0, currency: 'EUR' },
  });
  const byService = new Map([one, two].map((agencyId) => [agencyId, { serviceId: `acct_${agencyId}` }]));
  const byBank = new Map([[two, { holder: 'Two', iban: 'ES9121000418450200051332' }]]);
  const plan = (atService: number) =>
    planByAccount(
      [earned(one, 600), earned(two, 500)],
      { byBank, byService, atService: { amountMinor: atService, currency: 'EUR' } },
      'EUR',
    ).map(({ agencyId, account }) => [agencyId, 'iban' in account! ? 'bank' : 'service']);

  it('go as far as money lies there, and else to the bank, or wait', () => {
    expect(plan(1_100)).toEqual([
      [one, 'service'],
      [two, 'service'],
    ]);
    expect(plan(1_099)).toEqual([
      [one, 'service'],
      [two, 'bank'],
    ]);
    expect(plan(599)).toEqual([[two, 'service']]);
    expect(plan(0)).toEqual([[two, 'bank']]);
    expect(
      refusalOf(() =>
        planByAccount([earned(one, 1)], { byBank, byService, atService: { amountMinor: 0, currency: 'EUR' } }, 'EUR'),
      ),
    ).toBe('payout.nothing-due');
  });
});

describe('what is owed to an agency', () => {
  const agencyId = 'agency' as AgencyId;
  const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });
  const document = (kind: PaidDocument['kind'], earnings: number, tax: number): PaidDocument => {
    return { kind, id: `${kind} of ${earnings}`, agencyId, earnings: euros(earnings), tax: euros(tax) };
  };
  const bank = new Map([[agencyId, { holder: 'Agency', iban: 'ES9121000418450200051332' }]]);
  const plan = (...documents: PaidDocument[]) => planPayouts(documents, bank, 'EUR');

  it('goes out by its sum, whatever of its tax was taken back', () => {
    // Work at home that was paid out and is taken back, and work across a border that is paid now.
    const back = document('credit-note', -10_000, -2_100);
    expect(plan(back, document('invoice', 15_000, 0))).toMatchObject([
      { account: { holder: 'Agency' }, earnings: euros(5_000), tax: euros(-2_100) },
    ]);
    // A cent of tax is enough to be short of.
    expect(plan(document('invoice', 100, 0), document('credit-note', 0, -1))).toMatchObject([
      { earnings: euros(100), tax: euros(-1) },
    ]);
    expect(plan(document('credit-note', -50, 0), document('invoice', 0, 60))).toMatchObject([
      { earnings: euros(-50), tax: euros(60) },
    ]);
  });

  it('is settled without a transfer where it comes to nothing, also for an agency without an account', () => {
    const comes = [document('credit-note', -950, 0), document('transfer-reversal', 0, 950)];
    const settled = { account: null, earnings: euros(-950), tax: euros(950), creditNoteIds: ['credit-note of -950'] };
    expect(plan(...comes)).toMatchObject([settled]);
    expect(planPayouts(comes, new Map(), 'EUR')).toMatchObject([settled]);
    const byService = new Map([[agencyId, { serviceId: 'acct' }]]);
    expect(planByAccount(comes, { byBank: bank, byService, atService: euros(0) }, 'EUR')).toMatchObject([settled]);
  });

  it('waits as long as more was taken back than was earned', () => {
    const back = document('credit-note', -10_000, -2_100);
    expect(refusalOf(() => plan(back, document('invoice', 12_099, 0)))).toBe('payout.nothing-due');
    expect(plan(back, document('invoice', 12_100, 0))).toMatchObject([{ account: null, tax: euros(-2_100) }]);
    expect(refusalOf(() => planPayouts([document('invoice', 1, 0)], new Map(), 'EUR'))).toBe('payout.nothing-due');
  });
});
