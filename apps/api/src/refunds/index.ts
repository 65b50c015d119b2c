import type { Feature } from '../feature.js';
import { Refunds1796043310000 } from '../migrations/1796043310000-refunds.js';
import { RefundsModule } from './refunds.module.js';

export const refunds: Feature = {
  module: RefundsModule,
  migrations: [Refunds1796043310000],
};
