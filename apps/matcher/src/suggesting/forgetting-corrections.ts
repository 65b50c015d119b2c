import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { CorrectionStore } from './correction.store.js';

const plan = { name: 'forgetting corrections', everySeconds: 3_600, atMost: 1_000 } as const;
/** Two years: what is older is in nobody's words any more, and has long been learnt from. */
const correctionDays = 730;

/** Forgets the words of corrections when their time is over. */
@Injectable()
export class ForgettingCorrections extends Sweep {
  constructor(private readonly corrections: CorrectionStore) {
    super(plan);
  }

  override sweep(now: string): Promise<number> {
    const before = new Date(Date.parse(now) - correctionDays * 86_400_000).toISOString();
    return this.corrections.forget(before, plan.atMost);
  }
}
