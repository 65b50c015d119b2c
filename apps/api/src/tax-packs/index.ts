import type { Feature } from '../feature.js';
import { TaxPacks1796042000000 } from '../migrations/1796042000000-tax-packs.js';
import { TaxPacksModule } from './tax-packs.module.js';

export const taxPacks: Feature = { module: TaxPacksModule, migrations: [TaxPacks1796042000000] };
