import type { Feature } from '../feature.js';
import { ClosedOrganisations1796046400000 } from '../migrations/1796046400000-closed-organisations.js';
import { OrganisationClosingModule } from './organisation-closing.module.js';

export const organisationClosing: Feature = {
  module: OrganisationClosingModule,
  migrations: [ClosedOrganisations1796046400000],
};
