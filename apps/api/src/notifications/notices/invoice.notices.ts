import { agencyTeam } from '#access';
import type {
  creditNoteEvents,
  invoiceEvents,
  invoiceReminderEvents,
  payoutEvents,
  refundEvents,
  suspensionRefundEvents,
} from '#contracts';
import type { NoticesOf } from '../notice-table.js';

export const invoiceNotices: NoticesOf<typeof invoiceEvents> = {
  'invoice.issued.v1': {
    topic: 'invoices',
    urgency: 'soon',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ number, total }) => ({ number, amount: total }),
  },
  'invoice.paid.v1': {
    topic: 'invoices',
    urgency: 'daily',
    to: { agency: agencyTeam, business: ['business.owner', 'business.accountant'] },
    facts: ({ total }) => ({ amount: total }),
  },
};

export const payoutNotices: NoticesOf<typeof payoutEvents> = {
  'payout.sent.v1': {
    topic: 'invoices',
    urgency: 'daily',
    to: { agency: ['agency.owner'] },
    facts: ({ total }) => ({ amount: total }),
  },
  'payout.returned.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { agency: ['agency.owner'] },
    facts: ({ total }) => ({ amount: total }),
  },
  'payout.partly-returned.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { agency: ['agency.owner'] },
    facts: ({ cameBack }) => ({ amount: cameBack }),
  },
};

export const refundNotices: NoticesOf<typeof refundEvents> = {
  'refund.asked.v1': 'nobody',
  'refund.withdrawn.v1': 'nobody',
  'refund.sent.v1': {
    topic: 'invoices',
    urgency: 'daily',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ amount }) => ({ amount }),
  },
  'refund.returned.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { business: ['business.owner'] },
    facts: ({ amount }) => ({ amount }),
  },
};

export const creditNoteNotices: NoticesOf<typeof creditNoteEvents> = {
  'credit-note.issued.v1': {
    topic: 'invoices',
    urgency: 'soon',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ number, total }) => ({ number, amount: total }),
  },
};

export const invoiceReminderNotices: NoticesOf<typeof invoiceReminderEvents> = {
  'invoice-reminder.sent.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { agency: agencyTeam, business: ['business.owner', 'business.accountant'] },
    facts: ({ open }) => ({ amount: open }),
    about: ({ invoiceId }) => ({ type: 'invoice', id: invoiceId }),
  },
};

export const suspensionRefundNotices: NoticesOf<typeof suspensionRefundEvents> = {
  'suspension-refund.made.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { agency: ['agency.owner'], business: ['business.owner', 'business.accountant'] },
    facts: ({ refunded }) => ({ amount: refunded }),
    about: ({ engagementId }) => ({ type: 'engagement', id: engagementId }),
  },
};
