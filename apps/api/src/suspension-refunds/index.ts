import type { Feature } from '../feature.js';
import { SuspensionRefunds1796059641000 } from '../migrations/1796059641000-suspension-refunds.js';
import { SuspensionRefundsModule } from './suspension-refunds.module.js';

export const suspensionRefunds: Feature = {
  module: SuspensionRefundsModule,
  migrations: [SuspensionRefunds1796059641000],
};
