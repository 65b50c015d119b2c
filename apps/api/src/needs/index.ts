import type { Feature } from '../feature.js';
import { Needs1795390121000 } from '../migrations/1795390121000-needs.js';
import { NeedTerms1795390291000 } from '../migrations/1795390291000-need-terms.js';
import { NeedRow } from './need.row.js';
import { NeedsModule } from './needs.module.js';

export const needs: Feature = {
  module: NeedsModule,
  rows: [NeedRow],
  migrations: [Needs1795390121000, NeedTerms1795390291000],
};
