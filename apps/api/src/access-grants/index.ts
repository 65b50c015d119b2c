import type { Feature } from '../feature.js';
import { AccessGrants1796025200000 } from '../migrations/1796025200000-access-grants.js';
import { AccessGrantRow } from './access-grant.row.js';
import { AccessGrantsModule } from './access-grants.module.js';

export const accessGrants: Feature = {
  module: AccessGrantsModule,
  rows: [AccessGrantRow],
  migrations: [AccessGrants1796025200000],
};
