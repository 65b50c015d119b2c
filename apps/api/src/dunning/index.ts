import type { Feature } from '../feature.js';
import { Dunning1796049246968 } from '../migrations/1796049246968-dunning.js';
import { ReminderFees1796057758000 } from '../migrations/1796057758000-reminder-fees.js';
import { DunningModule } from './dunning.module.js';

export const dunning: Feature = {
  module: DunningModule,
  migrations: [Dunning1796049246968, ReminderFees1796057758000],
};
