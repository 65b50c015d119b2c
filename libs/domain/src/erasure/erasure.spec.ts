import { assertAsksErasure, assertErasable, erasureDueAt, pseudonymOf } from './erasure.js';

describe('the erasure of a person', () => {
  it('is owed within a month', () => {
    expect(erasureDueAt('2026-01-31T10:00:00.000Z')).toBe('2026-03-02T10:00:00.000Z');
  });

  it('leaves a name that says nothing of her, and tells her from others', () => {
    const [one, other] = ['0197a000-0000-7000-8000-0000003f9a2c', '0197a000-0000-7000-8000-0000003f9a2d'];
    expect(pseudonymOf(one)).toBe('Deleted 3F9A2C');
    expect(pseudonymOf(other)).not.toBe(pseudonymOf(one));
  });

  it('is asked for once at a time, and done once nothing stands in the way', () => {
    expect(() => assertAsksErasure(1)).toThrow(expect.objectContaining({ code: 'erasure.asked-already' }));
    expect(() => assertErasable('asked', ['last-owner'])).toThrow(
      expect.objectContaining({ code: 'erasure.hindered' }),
    );
    expect(() => assertErasable('refused', [])).toThrow(expect.objectContaining({ code: 'erasure.settled' }));
    expect(() => assertErasable('asked', [])).not.toThrow();
  });
});
