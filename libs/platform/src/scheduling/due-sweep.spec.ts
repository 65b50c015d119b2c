import { DueSweep } from './due-sweep.js';

class Bills extends DueSweep<string> {
  readonly settled: string[] = [];

  constructor(private readonly failure: Error) {
    super({ name: 'paying bills', everySeconds: 60, atMost: 3 }, async (_now, atMost) =>
      ['lost', 'rent', 'light', 'water'].slice(0, atMost),
    );
  }

  protected override async settle(bill: string): Promise<void> {
    if (bill === 'lost') throw this.failure;
    this.settled.push(bill);
  }
}

const now = '2027-01-01T00:00:00.000Z';

describe('What falls due', () => {
  it('is settled where it can be, and what can not be is told of afterwards', async () => {
    const bills = new Bills(new Error('nobody knows whom to pay'));
    await expect(bills.sweep(now)).rejects.toThrow('1 of 3 failed, the first with Error: nobody knows whom to pay');
    expect(bills.settled).toEqual(['rent', 'light']);
  });

  it('waits as a whole where the database fails', async () => {
    const bills = new Bills(Object.assign(new Error('terminating connection'), { code: '57P01' }));
    await expect(bills.sweep(now)).rejects.toThrow('terminating connection');
    expect(bills.settled).toEqual([]);
  });
});
