import type { Feature } from '../feature.js';
import { Ledger1796022300000 } from '../migrations/1796022300000-ledger.js';
import { LedgerModule } from './ledger.module.js';

export const ledger: Feature = {
  module: LedgerModule,
  migrations: [Ledger1796022300000],
};
