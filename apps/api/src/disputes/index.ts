import type { Feature } from '../feature.js';
import { Disputes1796046581000 } from '../migrations/1796046581000-disputes.js';
import { DisputeRow } from './dispute.row.js';
import { DisputesModule } from './disputes.module.js';

export const disputes: Feature = {
  module: DisputesModule,
  rows: [DisputeRow],
  migrations: [Disputes1796046581000],
};
