import type { Feature } from '../feature.js';
import { Agreements1795390130000 } from '../migrations/1795390130000-agreements.js';
import { AgreementRow } from './agreement.row.js';
import { AgreementsModule } from './agreements.module.js';

export const agreements: Feature = {
  module: AgreementsModule,
  rows: [AgreementRow],
  migrations: [Agreements1795390130000],
};
