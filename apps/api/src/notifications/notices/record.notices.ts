import { agencyTeam, businessTeam } from '#access';
import type { recordEvents, recordMonthEvents, recordYearEvents, taxPackEvents } from '#contracts';
import type { NoticesOf } from '../notice-table.js';
import { assistantHerself } from './told.js';

export const recordNotices: NoticesOf<typeof recordEvents> = {
  // What waits stands in the books' own list; a mail for each receipt would be too many.
  'record.filed.v1': 'nobody',
  'record.returned.v1': { topic: 'work', urgency: 'soon', to: { agency: agencyTeam, ...assistantHerself } },
  'record.reviewed.v1': 'nobody',
  'record.withdrawn.v1': 'nobody',
};

export const recordMonthNotices: NoticesOf<typeof recordMonthEvents> = {
  'record-month.closed.v1': {
    topic: 'invoices',
    urgency: 'quiet',
    to: { business: [...businessTeam, 'business.accountant'] },
    facts: ({ month }) => ({ number: month }),
  },
};

export const taxPackNotices: NoticesOf<typeof taxPackEvents> = {
  'tax-pack.made.v1': {
    topic: 'invoices',
    urgency: 'soon',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ year }) => ({ number: String(year) }),
  },
};

export const recordYearNotices: NoticesOf<typeof recordYearEvents> = {
  'record-year.announced.v1': {
    topic: 'invoices',
    urgency: 'essential',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ year }) => ({ number: String(year) }),
  },
  'record-year.removed.v1': {
    topic: 'invoices',
    urgency: 'daily',
    to: { business: ['business.owner', 'business.accountant'] },
    facts: ({ year }) => ({ number: String(year) }),
  },
};
