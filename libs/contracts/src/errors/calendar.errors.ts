import { errorTable } from './error-table.js';

/** Refusals of calendar feeds and of calendars elsewhere. */
export const calendarErrors = errorTable({
  400: {
    'outside-calendar.address-with-password': 'An address carries no name and no password',
    'outside-calendar.bad-address': 'This is not an address that a calendar can be read at',
    'outside-calendar.name-missing': 'The calendar needs a name',
    'outside-calendar.not-https': 'Calendars are read over https alone',
  },
  404: {
    'calendar-feed.not-found': 'There is no such calendar',
    'outside-calendar.not-found': 'There is no such calendar',
  },
  409: {
    'calendar-feed.too-many': 'There are as many addresses as there can be; revoke one that nobody uses',
    'outside-calendar.already-linked': 'The calendar is linked already',
    'outside-calendar.too-many': 'The assistant has as many calendars as she can have',
  },
});
