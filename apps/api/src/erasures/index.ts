import type { Feature } from '../feature.js';
import { Erasures1796047837763 } from '../migrations/1796047837763-erasures.js';
import { ErasuresModule } from './erasures.module.js';

export const erasures: Feature = { module: ErasuresModule, migrations: [Erasures1796047837763] };
