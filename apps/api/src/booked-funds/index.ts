import type { Feature } from '../feature.js';
import { BookedFunds1796043320000 } from '../migrations/1796043320000-booked-funds.js';
import { BookedFundsModule } from './booked-funds.module.js';

export const bookedFunds: Feature = {
  module: BookedFundsModule,
  migrations: [BookedFunds1796043320000],
};
