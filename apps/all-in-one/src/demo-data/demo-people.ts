import type { DemoPersonDto } from '#contracts';
import { demoAgencies, demoBusinesses, demoPassword } from './demo-organisations.js';

/** Whom a newcomer may look at the marketplace as: the first agency and business, and who administers it all. */
export const demoPeople = (administrator: { readonly email: string }): readonly DemoPersonDto[] => [
  { role: 'business', name: demoBusinesses[0].name, email: demoBusinesses[0].owner.email, password: demoPassword },
  { role: 'agency', name: demoAgencies[0].name, email: demoAgencies[0].owner.email, password: demoPassword },
  { role: 'administrator', name: 'Ajudant', email: administrator.email, password: demoPassword },
];
