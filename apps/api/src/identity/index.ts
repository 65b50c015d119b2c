import type { Feature } from '../feature.js';
import { Identity1795390000000 } from '../migrations/1795390000000-identity.js';
import { Credentials1795390190000 } from '../migrations/1795390190000-credentials.js';
import { IdentityModule } from './identity.module.js';

export const identity: Feature = {
  module: IdentityModule,
  migrations: [Identity1795390000000, Credentials1795390190000],
};
