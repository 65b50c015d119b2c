import { jurisdictions } from '#domain';
import { clearanceTemplates } from './index.js';

describe('the templates of clearances', () => {
  it.each(jurisdictions)(
    'of %s name each item once, worded in three languages, with the rule it comes from',
    (code) => {
      const { items, legalBasis } = clearanceTemplates[code];
      expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
      expect(items.length).toBeGreaterThanOrEqual(15);
      expect(legalBasis.length).toBeGreaterThan(0);
      for (const item of items) {
        expect(item.source).not.toBe('');
        expect(Object.values(item.question).every((text) => text.endsWith('?'))).toBe(true);
      }
      expect(items.filter(({ critical }) => critical).map((item) => item.code)).toEqual(
        expect.arrayContaining(['electrical', 'way-out', 'free-of-pain']),
      );
    },
  );
});
