import type { invoiceEvents } from '#contracts';
import type { NoticesOf } from '../notice-table.js';

export const invoiceNotices: NoticesOf<typeof invoiceEvents> = {
  'invoice.issued.v1': {
    topic: 'invoices',
    urgency: 'soon',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ number, total }) => ({ number, amount: total }),
  },
};
