/** The files of texts, one a feature; the English ones say which ids there are, and a check holds the others to them. */
interface Files {
  readonly absences: typeof import('./en/absences.json');
  readonly 'access-grants': typeof import('./en/access-grants.json');
  readonly account: typeof import('./en/account.json');
  readonly administration: typeof import('./en/administration.json');
  readonly agency: typeof import('./en/agency.json');
  readonly 'agreement-terms': typeof import('./en/agreement-terms.json');
  readonly agreements: typeof import('./en/agreements.json');
  readonly ask: typeof import('./en/ask.json');
  readonly bookings: typeof import('./en/bookings.json');
  readonly calendar: typeof import('./en/calendar.json');
  readonly conversation: typeof import('./en/conversation.json');
  readonly connections: typeof import('./en/connections.json');
  readonly directory: typeof import('./en/directory.json');
  readonly engagements: typeof import('./en/engagements.json');
  readonly files: typeof import('./en/files.json');
  readonly happened: typeof import('./en/happened.json');
  readonly home: typeof import('./en/home.json');
  readonly invoices: typeof import('./en/invoices.json');
  readonly listing: typeof import('./en/listing.json');
  readonly disputes: typeof import('./en/disputes.json');
  readonly 'mail-links': typeof import('./en/mail-links.json');
  readonly money: typeof import('./en/money.json');
  readonly needs: typeof import('./en/needs.json');
  readonly notifications: typeof import('./en/notifications.json');
  readonly 'open-needs': typeof import('./en/open-needs.json');
  readonly problems: typeof import('./en/problems.json');
  readonly proposals: typeof import('./en/proposals.json');
  readonly records: typeof import('./en/records.json');
  readonly registration: typeof import('./en/registration.json');
  readonly 'response-time': typeof import('./en/response-time.json');
  readonly reviews: typeof import('./en/reviews.json');
  readonly roster: typeof import('./en/roster.json');
  readonly settings: typeof import('./en/settings.json');
  readonly shell: typeof import('./en/shell.json');
  readonly shortlist: typeof import('./en/shortlist.json');
  readonly 'sign-in': typeof import('./en/sign-in.json');
  readonly substitutions: typeof import('./en/substitutions.json');
  readonly suggestions: typeof import('./en/suggestions.json');
  readonly team: typeof import('./en/team.json');
  readonly time: typeof import('./en/time.json');
  readonly today: typeof import('./en/today.json');
  readonly week: typeof import('./en/week.json');
  readonly words: typeof import('./en/words.json');
  readonly work: typeof import('./en/work.json');
  readonly workplace: typeof import('./en/workplace.json');
}

/** `<file>.<key>` */
export type TextId = { [File in keyof Files]: `${File}.${keyof Files[File] & string}` }[keyof Files];
