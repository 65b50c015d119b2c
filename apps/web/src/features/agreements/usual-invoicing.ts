import type { Version } from './agreement-queries';

export type Invoicing = NonNullable<Version['invoicing']>;

/** How invoices are paid and written where an agreement says nothing of it. */
export const usualInvoicing: Invoicing = { daysToPay: 14, reminders: [], selfBilling: false };
