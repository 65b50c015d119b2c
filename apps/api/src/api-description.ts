import type { ApiDescription } from '#platform/http';
import { requestExamples } from './request-examples.js';

export const apiDescription: ApiDescription = {
  title: 'Ajudant',
  description:
    'An agency marketplace for virtual assistants: explicit duties, a price agreed up front, work visibly done.\n\n' +
    'Sign in by `POST /v1/auth/tokens`; on this page the token is then used for all that is tried. What is refused is a problem ' +
    '(RFC 9457) with a code that never changes: [all of them](/docs/errors).',
  // Each service has its own operator, and nobody answers for all of them.
  contact: { name: 'Whoever runs this service' },
  tags: {
    account: 'One’s own account: address, password, sessions.',
    administration: 'What administrators see of the machinery: figures, dead letters.',
    'access-grants': 'What assistants are let into, reviewed, and closed with proof.',
    absences: 'When assistants cannot work, and what that takes off the price.',
    agencies: 'Agencies, who list assistants.',
    agreements: 'Terms that both sides accept in the same version, and their price.',
    'api-keys': 'Keys for programs, with scopes.',
    'assignment-plans': 'Who would best do what, over all open needs.',
    assistants: 'Assistants: what they can do, when, for how much.',
    auth: 'Signing in and out.',
    bookings: 'Hours of an assistant, held and confirmed.',
    businesses: 'Businesses, who need help.',
    catalogue: 'The duties that needs and listings speak of.',
    clearances: 'Workplaces at home that an assessor has cleared.',
    conversation: 'What the two sides of an engagement write to each other, and what is open until it has an answer.',
    disputes: 'What one side disputes: runs, time and invoices, what both sides say of it, and what is decided.',
    'duty-suggestions': 'Plain words to duties.',
    engagements: 'Work on an agreement: runs of duties, evidence, scorecard.',
    events: 'What happened, for one’s own organisation.',
    files: 'Receipts, photographs and papers that records, runs and messages name.',
    invoices: 'Accepted work, charged once.',
    ledger: 'The books by double entry.',
    payments: 'Bank statements, and whose a receipt is.',
    payouts: 'What goes out to agencies, and where to.',
    reports: 'What money comes to: for the marketplace, an agency, a business.',
    refunds: 'Unused money that goes back to businesses.',
    members: 'Who belongs to an organisation, and who is invited.',
    needs: 'What a business needs, and its shortlist.',
    proposals: 'What agencies propose for a need.',
    'response time': 'How fast the customers of businesses are answered, before an engagement and since.',
    notifications: 'What people are told, and how.',
    records: 'Receipts and invoices of a business: filed, reviewed, with what is missing; months and fiscal years.',
    reviews: 'What both sides say of each other.',
    substitutions: 'Substitutes for assistants who cannot work, and what is handed over to them.',
    suggestions: 'How work could be streamlined: asked for, answered, adopted, measured.',
    training: 'What assistants learn about working at home, and what is recorded of their work.',
    calendars: 'Bookings in calendars of one’s own, and busy times out of them.',
    webhooks: 'Events, sent to addresses of one’s own as they happen.',
    'time-entries': 'Worked time of lines by the hour: timers, corrections, acceptance, and what is left of the hours.',
  },
  get examples() {
    return requestExamples();
  },
};
