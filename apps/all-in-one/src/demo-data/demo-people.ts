import type { DemoPersonDto } from '#contracts';
import { demoAgencies, demoAssistant, demoBusinesses, demoPassword } from './demo-organisations.js';

/**
 * Whom a newcomer may look at the marketplace as: the first business, the first agency and one of its assistants, and who
 * administers it all.
 */
export const demoPeople = (administrator: { readonly email: string }): readonly DemoPersonDto[] => [
  { role: 'business', name: demoBusinesses[0].name, email: demoBusinesses[0].owner.email, password: demoPassword },
  { role: 'agency', name: demoAgencies[0].name, email: demoAgencies[0].owner.email, password: demoPassword },
  { role: 'assistant', name: demoAssistant.displayName, email: demoAssistant.email, password: demoPassword },
  { role: 'administrator', name: 'Ajudant', email: administrator.email, password: demoPassword },
];
