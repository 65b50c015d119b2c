import { inOrder, type Waiting } from './waiting';

describe('what waits', () => {
  it('is what does harm first, then what is due soonest, and last what has no time', () => {
    const waiting = (key: string, more: Partial<Waiting> = {}) =>
      ({ key, text: 'home.open', link: {}, ...more }) as Waiting;
    const order = inOrder([
      waiting('some time'),
      waiting('late', { by: '2026-03-02T09:00:00Z' }),
      waiting('soon', { by: '2026-03-01T09:00:00Z' }),
      waiting('at risk', { atRisk: true, by: '2026-04-01T09:00:00Z' }),
    ]);
    expect(order.map(({ key }) => key)).toEqual(['at risk', 'soon', 'late', 'some time']);
  });
});
