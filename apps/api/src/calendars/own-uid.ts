/** Entries of our own end so; whoever reads calendars knows them again. */
export const ownUidEnd = '@bookings.ajudant';
