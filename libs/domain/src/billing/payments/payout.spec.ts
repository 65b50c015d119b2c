import type { AgencyId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { type PaidDocument, planByAccount } from './payout.js';

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
    ).map(({ agencyId, account }) => [agencyId, 'iban' in account ? 'bank' : 'service']);

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
