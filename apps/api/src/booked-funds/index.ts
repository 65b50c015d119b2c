import type { Feature } from '../feature.js';
import { BookedFunds1796043320000 } from '../migrations/1796043320000-booked-funds.js';
import { BookedSteps1796083445000 } from '../migrations/1796083445000-booked-steps.js';
import { BookedFundsModule } from './booked-funds.module.js';

export const bookedFunds: Feature = {
  module: BookedFundsModule,
  migrations: [BookedFunds1796043320000, BookedSteps1796083445000],
};
