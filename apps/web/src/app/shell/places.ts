import type { LinkProps } from '@tanstack/react-router';
import { agencyTeam, businessReaders, businessTeam } from '../../session/role-sets';
import { hasRole, type Session } from '../../session/session';
import type { TextId } from '../../texts/text-id';

/** Somewhere to go, as the navigation and the palette name it. */
export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly text: TextId;
}

/** Somewhere that those with one of the roles get to; everybody of the side without. */
interface PlaceOfRoles extends Place {
  readonly roles?: readonly string[];
}

const anybody: readonly Place[] = [
  { to: '/', text: 'shell.ask' },
  { to: '/assistants', text: 'shell.assistants' },
  { to: '/agencies', text: 'directory.agencies' },
];

const beforeSigningIn: readonly Place[] = [
  { to: '/sign-in', text: 'shell.sign-in' },
  { to: '/register/business', text: 'registration.business' },
  { to: '/register/agency', text: 'registration.agency' },
];

const ofBusiness: readonly PlaceOfRoles[] = [
  { to: '/home', text: 'shell.home' },
  { to: '/needs', text: 'shell.needs', roles: businessTeam },
  { to: '/bookings', text: 'shell.bookings', roles: businessReaders },
  { to: '/work', text: 'shell.work', roles: businessReaders },
  { to: '/time', text: 'shell.time', roles: businessReaders },
  { to: '/records', text: 'shell.records', roles: businessReaders },
  { to: '/response-time', text: 'shell.response-time', roles: businessReaders },
  { to: '/messages', text: 'shell.messages', roles: businessTeam },
  { to: '/proposals', text: 'shell.proposals', roles: ['business.signatory'] },
  { to: '/agreements', text: 'shell.agreements' },
  { to: '/invoices', text: 'shell.invoices', roles: businessReaders },
  { to: '/money', text: 'shell.money', roles: businessReaders },
  { to: '/disputes', text: 'shell.disputes', roles: businessReaders },
  { to: '/assistants', text: 'shell.assistants' },
  { to: '/team', text: 'shell.team', roles: businessTeam },
];

const ofAgency: readonly Place[] = [
  { to: '/home', text: 'shell.home' },
  { to: '/open-needs', text: 'shell.open-needs' },
  { to: '/suggestions', text: 'shell.suggestions' },
  { to: '/roster', text: 'shell.roster' },
  { to: '/calendar', text: 'shell.calendar' },
  { to: '/bookings', text: 'shell.bookings' },
  { to: '/work', text: 'shell.work' },
  { to: '/time', text: 'shell.time' },
  { to: '/absences', text: 'shell.absences' },
  { to: '/records', text: 'shell.records' },
  { to: '/response-time', text: 'shell.response-time' },
  { to: '/messages', text: 'shell.messages' },
  { to: '/agreements', text: 'shell.agreements' },
  { to: '/invoices', text: 'shell.invoices' },
  { to: '/money', text: 'shell.money' },
  { to: '/disputes', text: 'shell.disputes' },
  { to: '/team', text: 'shell.team' },
  { to: '/agency', text: 'shell.agency' },
];

const ofAssistant: readonly Place[] = [
  { to: '/home', text: 'shell.today' },
  { to: '/bookings', text: 'shell.bookings' },
  { to: '/work', text: 'shell.work' },
  { to: '/time', text: 'shell.time' },
  { to: '/absences', text: 'shell.absences' },
  { to: '/messages', text: 'shell.messages' },
  { to: '/records', text: 'shell.records' },
  { to: '/agreements', text: 'shell.agreements' },
  { to: '/disputes', text: 'shell.disputes' },
  { to: '/week', text: 'shell.week' },
  { to: '/workplace', text: 'shell.workplace' },
];

/** Who looks at workplaces, or signs, and does nothing else in the agency. */
const ofAgencysOthers: readonly PlaceOfRoles[] = [
  { to: '/home', text: 'shell.home' },
  { to: '/roster', text: 'shell.roster', roles: ['agency.assessor'] },
  { to: '/agreements', text: 'shell.agreements', roles: ['agency.signatory'] },
];

/** What one gets to from some other view: nobody is led there every day, but the palette knows it. */
const further: readonly PlaceOfRoles[] = [
  { to: '/needs/new', text: 'needs.new', roles: businessTeam },
  { to: '/proposals', text: 'shell.proposals', roles: [...businessReaders, ...agencyTeam] },
  { to: '/roster/new', text: 'listing.new', roles: agencyTeam },
  { to: '/admin/reconciliation', text: 'shell.reconciliation', roles: ['marketplace.administrator'] },
  { to: '/assistants', text: 'shell.directory' },
  { to: '/agencies', text: 'directory.agencies' },
  { to: '/', text: 'shell.ask' },
];

const ofAdministrator: readonly Place[] = [
  { to: '/home', text: 'shell.home' },
  { to: '/admin/agencies', text: 'shell.agencies' },
  { to: '/admin/businesses', text: 'shell.businesses' },
  { to: '/admin/money', text: 'shell.money' },
  { to: '/disputes', text: 'shell.disputes' },
  { to: '/admin/figures', text: 'shell.figures' },
  { to: '/admin/dead-letters', text: 'shell.dead-letters' },
  { to: '/admin/catalogue', text: 'shell.imports' },
  { to: '/admin/plan', text: 'shell.plan' },
  { to: '/admin/audit', text: 'shell.audit' },
  { to: '/admin/erasures', text: 'shell.erasures' },
  { to: '/assistants', text: 'shell.assistants' },
];

/** What belongs to oneself rather than to the day's work; it stands in the menu under one's name. */
const ofOneself: readonly PlaceOfRoles[] = [
  { to: '/notifications', text: 'shell.notifications' },
  { to: '/account', text: 'shell.account' },
  {
    to: '/connections',
    text: 'shell.connections',
    roles: [
      'agency.owner',
      'agency.coordinator',
      'agency.assistant',
      'business.owner',
      'business.colleague',
      'business.accountant',
    ],
  },
  { to: '/settings', text: 'shell.settings', roles: ['business.owner'] },
];

export function ownPlacesOf(session: Session | null): readonly Place[] {
  return session === null ? [] : among(ofOneself, session);
}

const among = (places: readonly PlaceOfRoles[], session: Session): readonly Place[] =>
  places.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));

/** Where somebody of that role goes, the most used first: a phone's bar has room for three. */
export function placesOf(session: Session | null): readonly Place[] {
  if (session === null) return anybody;
  if (session.organisationKind === 'marketplace') return ofAdministrator;
  if (session.organisationKind === 'business') return among(ofBusiness, session);
  if (hasRole(session, ...agencyTeam)) return ofAgency;
  const own = session.assistantId === null ? [] : ofAssistant;
  return [...own, ...among(ofAgencysOthers, session).filter(({ to }) => own.every((place) => place.to !== to))];
}

/** Every view that can be gone to without saying of what. */
export function allPlacesOf(session: Session | null): readonly Place[] {
  const named = [...placesOf(session), ...ownPlacesOf(session)];
  const others = session === null ? beforeSigningIn : among(further, session);
  return [...named, ...others.filter(({ to }) => named.every((place) => place.to !== to))];
}
