import type { Feature } from '../feature.js';
import { Commission1796043330000 } from '../migrations/1796043330000-commission.js';
import { CommissionModule } from './commission.module.js';

export const commission: Feature = {
  module: CommissionModule,
  migrations: [Commission1796043330000],
};
