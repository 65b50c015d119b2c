import type { Feature } from '../feature.js';
import { Businesses1795390002000 } from '../migrations/1795390002000-businesses.js';
import { LegalIdentity1795390293000 } from '../migrations/1795390293000-legal-identity.js';
import { BusinessRow } from './business.row.js';
import { BusinessesModule } from './businesses.module.js';

export const businesses: Feature = {
  module: BusinessesModule,
  rows: [BusinessRow],
  migrations: [Businesses1795390002000, LegalIdentity1795390293000],
};
