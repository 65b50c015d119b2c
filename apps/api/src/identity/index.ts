import type { Feature } from '../feature.js';
import { Identity1795390000000 } from '../migrations/1795390000000-identity.js';
import { Credentials1795390190000 } from '../migrations/1795390190000-credentials.js';
import { KeptAddresses1796008535000 } from '../migrations/1796008535000-kept-addresses.js';
import { ForcedSecurity1796008539000 } from '../migrations/1796008539000-forced-security.js';
import { KnownSessions1796009957000 } from '../migrations/1796009957000-known-sessions.js';
import { EndingInvitations1796011208000 } from '../migrations/1796011208000-ending-invitations.js';
import { IdentityModule } from './identity.module.js';

export const identity: Feature = {
  module: IdentityModule,
  migrations: [
    Identity1795390000000,
    Credentials1795390190000,
    KeptAddresses1796008535000,
    ForcedSecurity1796008539000,
    KnownSessions1796009957000,
    EndingInvitations1796011208000,
  ],
};
