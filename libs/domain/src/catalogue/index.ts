import type { CatalogueCodes } from '../capability/capability.js';
import type { CatalogueDuty } from './catalogue.js';
import { bookkeepingAndTaxDuties } from './duties/bookkeeping-and-tax.js';
import { crmAndSalesDuties } from './duties/crm-and-sales.js';
import { customerSupportDuties } from './duties/customer-support.js';
import { eCommerceDuties } from './duties/e-commerce.js';
import { inboxAndCalendarDuties } from './duties/inbox-and-calendar.js';
import { peopleAndOperationsDuties } from './duties/people-and-operations.js';
import { recordsAndDataDuties } from './duties/records-and-data.js';
import { researchDuties } from './duties/research.js';
import { socialAndContentDuties } from './duties/social-and-content.js';
import { travelAndEventsDuties } from './duties/travel-and-events.js';
import { catalogueSkills } from './skills.js';

export * from './catalogue.js';
export * from './catalogue-entry.js';
export * from './imported-duty.js';
export * from './offered-duty.js';
export { catalogueSkills };

/** Every duty that can be offered, asked for and priced, group by group. */
export const catalogueDuties: readonly CatalogueDuty[] = [
  ...inboxAndCalendarDuties,
  ...customerSupportDuties,
  ...bookkeepingAndTaxDuties,
  ...recordsAndDataDuties,
  ...crmAndSalesDuties,
  ...travelAndEventsDuties,
  ...researchDuties,
  ...socialAndContentDuties,
  ...eCommerceDuties,
  ...peopleAndOperationsDuties,
];

/** The codes alone of what the marketplace itself brings, for policies that only ask whether something exists. */
export const catalogueCodes: CatalogueCodes = {
  dutyCodes: new Set(catalogueDuties.map(({ code }) => code)),
  retiredDutyCodes: new Set(),
  skillCodes: new Set(catalogueSkills.map(({ code }) => code)),
};
