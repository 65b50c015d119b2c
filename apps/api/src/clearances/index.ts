import type { Feature } from '../feature.js';
import { ClearancesByAgency1796024513000 } from '../migrations/1796024513000-clearances-by-agency.js';
import { PlacesOfClearances1796009000000 } from '../migrations/1796009000000-places-of-clearances.js';
import { Clearances1795390111000 } from '../migrations/1795390111000-clearances.js';
import { ClearanceRow } from './clearance.row.js';
import { ClearancesModule } from './clearances.module.js';

export const clearances: Feature = {
  module: ClearancesModule,
  rows: [ClearanceRow],
  migrations: [Clearances1795390111000, PlacesOfClearances1796009000000, ClearancesByAgency1796024513000],
};
