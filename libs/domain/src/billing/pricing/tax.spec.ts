import type { VatCheck } from '../vat/vat-check.js';
import { standardRateOn } from '../vat/vat-rates.js';
import { someVatRates } from '../vat/vat-rates.examples.js';
import { type Supply, taxFactsOf, taxReasonOf } from './tax.js';

const tax = (from: string, to: string, customerVatId: string | null = null, more: Partial<Supply> = {}) =>
  taxFactsOf(
    {
      supplierCountryCode: from,
      customerCountryCode: to,
      customerVatId,
      customerVatCheck: null,
      on: '2026-03-01',
      ...more,
    },
    someVatRates,
  );
const check = (result: VatCheck['result']): VatCheck => ({
  result,
  source: 'vies',
  checkedAt: '2026-02-28T10:00:00.000Z',
  reference: null,
});

describe('the tax of a service', () => {
  it("is the supplier's standard rate within one country", () => {
    expect(tax('ES', 'ES').taxBps).toBe(2100);
    expect(tax('ES', 'ES', 'ESB12345674').taxBps).toBe(2100);
    expect(tax('FI', 'FI').taxBps).toBe(2550);
    expect(tax('GB', 'GB').taxBps).toBe(2000);
    expect(tax('GB', 'GB').taxNote).toBe('standard rate of VAT in GB since 2011-01-04');
  });

  it('is the rate that is in force on its date', () => {
    expect(tax('FI', 'FI', null, { on: '2024-08-31' }).taxBps).toBe(2400);
    expect(tax('FI', 'FI', null, { on: '2024-09-01' }).taxBps).toBe(2550);
    expect(standardRateOn(someVatRates, 'FI', '2012-12-31')).toBeNull();
  });

  it('is owed by the customer across the borders of the Union when it has a VAT id, and says what a register says of it', () => {
    const facts = tax('PT', 'ES', 'ESB12345674');
    expect(facts.taxBps).toBe(0);
    expect(facts.taxNote).toContain('reverse charge');
    expect(facts.taxNote).toContain('Article 196');
    expect(facts.taxNote).toContain('VAT id ESB12345674, not confirmed by a register so far');
    const confirmed = tax('PT', 'ES', 'ESB12345674', { customerVatCheck: check('valid') });
    expect(confirmed.taxNote).toContain('VAT id ESB12345674, valid on 2026-02-28 (vies)');
    expect(tax('PT', 'ES', 'ESB12345674', { customerVatCheck: check('unavailable') }).taxBps).toBe(0);
  });

  it.each([null, '  ', 'none', 'N/A.', '1234', 'PT123456789', '\u200b\u200b\u200b\u200b', 'ESB12345678'])(
    "is the supplier's rate across the borders of the Union with %j for a VAT id",
    (vatId) => {
      expect(tax('PT', 'ES', vatId).taxBps).toBe(2300);
    },
  );

  it("is the supplier's rate when a register doesn't know the VAT id", () => {
    expect(tax('PT', 'ES', 'ESB12345674', { customerVatCheck: check('invalid') }).taxBps).toBe(2300);
  });

  it('is outside the scope everywhere else', () => {
    const pairs = [
      ['ES', 'GB'],
      ['GB', 'ES'],
      ['US', 'ES'],
      ['US', 'US'],
      ['PH', 'DE'],
      ['toString', 'toString'],
    ] as const;
    for (const [from, to] of pairs) {
      expect(tax(from, to, 'DE136695976')).toEqual({ taxBps: 0, taxNote: 'outside the scope of VAT' });
    }
  });
});

describe('why a service is taxed as it is', () => {
  const none = { countryCode: null, since: null, vatId: null, confirmedOn: null, confirmedBy: null };

  it("is the standard rate of the supplier's country, since a date", () => {
    expect(taxReasonOf(tax('GB', 'GB'))).toEqual({
      ...none,
      category: 'standard',
      countryCode: 'GB',
      since: '2011-01-04',
    });
  });

  it('is that the customer owes it, by a VAT id that a register confirmed, or none so far', () => {
    const reverse = { ...none, category: 'reverse-charge', vatId: 'ESB12345674' };
    expect(taxReasonOf(tax('PT', 'ES', 'ESB12345674'))).toEqual(reverse);
    const confirmed = tax('PT', 'ES', 'ESB12345674', { customerVatCheck: check('valid') });
    expect(taxReasonOf(confirmed)).toEqual({ ...reverse, confirmedOn: '2026-02-28', confirmedBy: 'vies' });
  });

  it('is that it is outside of the scope', () => {
    expect(taxReasonOf(tax('ES', 'US'))).toEqual({ ...none, category: 'outside-scope' });
  });

  it('is its category alone where a note of before says no more', () => {
    expect(taxReasonOf({ taxBps: 2_100, taxNote: 'standard rate' })).toEqual({ ...none, category: 'standard' });
  });
});
