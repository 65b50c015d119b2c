import { standardVatRates, taxFactsOf } from './tax.js';

const tax = (from: string, to: string, customerVatId: string | null = null) =>
  taxFactsOf({ supplierCountryCode: from, customerCountryCode: to, customerVatId });

describe('the tax of a service', () => {
  it("is the supplier's standard rate within one country", () => {
    expect(tax('ES', 'ES').taxBps).toBe(2100);
    expect(tax('ES', 'ES', 'ESB12345678').taxBps).toBe(2100);
    expect(tax('FI', 'FI').taxBps).toBe(2550);
    expect(tax('GB', 'GB').taxBps).toBe(2000);
    expect(tax('GB', 'GB').taxNote).toBe('standard rate of VAT in GB, table of 2026-01-01');
  });

  it('is owed by the customer across the borders of the Union when it has a VAT id', () => {
    const facts = tax('PT', 'ES', 'ESB12345678');
    expect(facts.taxBps).toBe(0);
    expect(facts.taxNote).toContain('reverse charge');
    expect(facts.taxNote).toContain('Article 196');
  });

  it("is the supplier's rate across the borders of the Union without a VAT id", () => {
    expect(tax('PT', 'ES').taxBps).toBe(2300);
    expect(tax('PT', 'ES', '  ').taxBps).toBe(2300);
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
      expect(tax(from, to, 'DE123456789')).toEqual({ taxBps: 0, taxNote: 'outside the scope of VAT' });
    }
  });

  it('knows the standard rate of every member state, which is never under fifteen percent', () => {
    const { GB: _, ...members } = standardVatRates;
    expect(Object.keys(members)).toHaveLength(27);
    expect(Object.values(members).every((bps) => Number.isInteger(bps) && bps >= 1500 && bps <= 2700)).toBe(true);
  });
});
