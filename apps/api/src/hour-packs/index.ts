import type { Feature } from '../feature.js';
import { HourPacks1796058541000 } from '../migrations/1796058541000-hour-packs.js';
import { HourPackRow } from './hour-pack.row.js';
import { HourPacksModule } from './hour-packs.module.js';

export const hourPacks: Feature = {
  module: HourPacksModule,
  rows: [HourPackRow],
  migrations: [HourPacks1796058541000],
};
