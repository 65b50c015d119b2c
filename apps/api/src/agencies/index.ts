import type { Feature } from '../feature.js';
import { StandingTerms1796009001000 } from '../migrations/1796009001000-standing-terms.js';
import { Agencies1795390001000 } from '../migrations/1795390001000-agencies.js';
import { AgenciesModule } from './agencies.module.js';
import { AgencyRow } from './agency.row.js';

export const agencies: Feature = {
  module: AgenciesModule,
  rows: [AgencyRow],
  migrations: [Agencies1795390001000, StandingTerms1796009001000],
};
