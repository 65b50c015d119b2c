import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { directoryFilterOf } from '../features/directory/directory-filter';
import { isDay } from '../format/days';
import { type DeadLetterStatus, isDeadLetterStatus } from '../features/administration/dead-letter-queries';
import { isDisputeKind } from '../features/disputes/dispute-queries';
import { isListingPart, type ListingPart } from '../features/listing/listing-parts';
import { sessionQuery } from '../session/session';
import { queryClient } from './query-client';
import { Failed } from './failed';
import { NotFound } from './not-found';
import { Pending } from './pending';
import { Shell } from './shell/shell';

/** Every address of the page. A view is loaded when somebody goes there. */
const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  beforeLoad: async ({ context }) => ({ session: await context.queryClient.ensureQueryData(sessionQuery) }),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    // Only to a place of this page: `//elsewhere` would leave it.
    typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page'), 'SignInPage'),
});

/** What is below is for who is signed in; others sign in first, and come back. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  beforeLoad({ context, location }) {
    if (context.session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

const ask = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/ask/ask-page'), 'AskPage'),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/assistants/$assistantId',
  component: lazyRouteComponent(() => import('../features/directory/profile-page'), 'ProfilePage'),
});
const registerBusiness = createRoute({
  getParentRoute: () => root,
  path: '/register/business',
  component: lazyRouteComponent(
    () => import('../features/registration/register-business-page'),
    'RegisterBusinessPage',
  ),
});
const registerAgency = createRoute({
  getParentRoute: () => root,
  path: '/register/agency',
  component: lazyRouteComponent(() => import('../features/registration/register-agency-page'), 'RegisterAgencyPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/invitation/invitation-page'), 'InvitationPage'),
});
const confirmAddress = createRoute({
  getParentRoute: () => root,
  path: '/confirm-address',
  component: lazyRouteComponent(() => import('../features/mail-links/confirm-address-page'), 'ConfirmAddressPage'),
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('../features/mail-links/forgotten-password-page'),
    'ForgottenPasswordPage',
  ),
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../features/mail-links/reset-password-page'), 'ResetPasswordPage'),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazyRouteComponent(() => import('../features/mail-links/unsubscribe-page'), 'UnsubscribePage'),
});
const directory = createRoute({
  getParentRoute: () => root,
  path: '/assistants',
  validateSearch: directoryFilterOf,
  component: lazyRouteComponent(() => import('../features/directory/directory-page'), 'DirectoryPage'),
});
const publishedAgencies = createRoute({
  getParentRoute: () => root,
  path: '/agencies',
  validateSearch: directoryFilterOf,
  component: lazyRouteComponent(() => import('../features/directory/agencies-page'), 'PublishedAgenciesPage'),
});
const agencyProfile = createRoute({
  getParentRoute: () => root,
  path: '/agencies/$agencyId',
  component: lazyRouteComponent(() => import('../features/directory/agency-profile-page'), 'AgencyProfilePage'),
});

const home = createRoute({
  getParentRoute: () => own,
  path: '/home',
  component: lazyRouteComponent(() => import('../features/home/home-page'), 'HomePage'),
});
const needs = createRoute({
  getParentRoute: () => own,
  path: '/needs',
  component: lazyRouteComponent(() => import('../features/needs/needs-page'), 'NeedsPage'),
});
const newNeed = createRoute({
  getParentRoute: () => own,
  path: '/needs/new',
  component: lazyRouteComponent(() => import('../features/needs/new-need-page'), 'NewNeedPage'),
});
const need = createRoute({
  getParentRoute: () => own,
  path: '/needs/$needId',
  validateSearch: ({ begun }: Record<string, unknown>): { begun?: boolean } => (begun === true ? { begun } : {}),
  component: lazyRouteComponent(() => import('../features/needs/need-page'), 'NeedPage'),
});
const agreements = createRoute({
  getParentRoute: () => own,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../features/agreements/agreements-page'), 'AgreementsPage'),
});
const agreementTerms = createRoute({
  getParentRoute: () => own,
  path: '/agreements/$agreementId/terms',
  component: lazyRouteComponent(() => import('../features/agreement-terms/agreement-terms-page'), 'AgreementTermsPage'),
});
const agreement = createRoute({
  getParentRoute: () => own,
  path: '/agreements/$agreementId',
  component: lazyRouteComponent(() => import('../features/agreements/agreement-page'), 'AgreementPage'),
});
const book = createRoute({
  getParentRoute: () => own,
  path: '/agreements/$agreementId/book',
  component: lazyRouteComponent(() => import('../features/bookings/book-page'), 'BookPage'),
});
const bookings = createRoute({
  getParentRoute: () => own,
  path: '/bookings',
  validateSearch: ({ atRisk }: Record<string, unknown>): { atRisk?: boolean } => (atRisk === true ? { atRisk } : {}),
  component: lazyRouteComponent(() => import('../features/bookings/bookings-page'), 'BookingsPage'),
});
const time = createRoute({
  getParentRoute: () => own,
  path: '/time',
  component: lazyRouteComponent(() => import('../features/time/time-page'), 'TimePage'),
});
const absences = createRoute({
  getParentRoute: () => own,
  path: '/absences',
  component: lazyRouteComponent(() => import('../features/absences/absences-page'), 'AbsencesPage'),
});
const handover = createRoute({
  getParentRoute: () => own,
  path: '/substitutions/$substitutionId',
  component: lazyRouteComponent(() => import('../features/substitutions/handover-page'), 'HandoverPage'),
});
const disputes = createRoute({
  getParentRoute: () => own,
  path: '/disputes',
  component: lazyRouteComponent(() => import('../features/disputes/disputes-page'), 'DisputesPage'),
});
const openDispute = createRoute({
  getParentRoute: () => own,
  path: '/disputes/new',
  validateSearch: ({ kind, id, engagement }: Record<string, unknown>) => ({
    kind: isDisputeKind(kind) ? kind : 'invoice',
    id: typeof id === 'string' ? id : '',
    engagement: typeof engagement === 'string' ? engagement : '',
  }),
  component: lazyRouteComponent(() => import('../features/disputes/open-dispute-page'), 'OpenDisputePage'),
});
const dispute = createRoute({
  getParentRoute: () => own,
  path: '/disputes/$disputeId',
  component: lazyRouteComponent(() => import('../features/disputes/dispute-page'), 'DisputePage'),
});
const moveBooking = createRoute({
  getParentRoute: () => own,
  path: '/bookings/$bookingId/move',
  component: lazyRouteComponent(() => import('../features/bookings/move-all-page'), 'MoveAllPage'),
});
const booking = createRoute({
  getParentRoute: () => own,
  path: '/bookings/$bookingId',
  component: lazyRouteComponent(() => import('../features/bookings/booking-page'), 'BookingPage'),
});
const work = createRoute({
  getParentRoute: () => own,
  path: '/work',
  component: lazyRouteComponent(() => import('../features/work/work-page'), 'WorkPage'),
});
const records = createRoute({
  getParentRoute: () => own,
  path: '/records',
  component: lazyRouteComponent(() => import('../features/records/records-page'), 'RecordsPage'),
});
const responseTime = createRoute({
  getParentRoute: () => own,
  path: '/response-time',
  component: lazyRouteComponent(() => import('../features/response-time/response-time-page'), 'ResponseTimePage'),
});
const engagement = createRoute({
  getParentRoute: () => own,
  path: '/engagements/$engagementId',
  component: lazyRouteComponent(() => import('../features/engagements/engagement-page'), 'EngagementPage'),
});
const businessSettings = createRoute({
  getParentRoute: () => own,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/business-settings-page'), 'BusinessSettingsPage'),
});
const conversations = createRoute({
  getParentRoute: () => own,
  path: '/messages',
  component: lazyRouteComponent(() => import('../features/conversation/conversations-page'), 'ConversationsPage'),
});
const channels = createRoute({
  getParentRoute: () => own,
  path: '/messages/$engagementId/channels',
  component: lazyRouteComponent(() => import('../features/conversation/channels-page'), 'ChannelsPage'),
});
const conversation = createRoute({
  getParentRoute: () => own,
  path: '/messages/$engagementId',
  validateSearch: ({ thread }: Record<string, unknown>): { thread?: string } =>
    typeof thread === 'string' ? { thread } : {},
  component: lazyRouteComponent(() => import('../features/conversation/conversation-page'), 'ConversationPage'),
});
const invoices = createRoute({
  getParentRoute: () => own,
  path: '/invoices',
  component: lazyRouteComponent(() => import('../features/invoices/invoices-page'), 'InvoicesPage'),
});
const invoice = createRoute({
  getParentRoute: () => own,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(() => import('../features/invoices/invoice-page'), 'InvoicePage'),
});
const money = createRoute({
  getParentRoute: () => own,
  path: '/money',
  component: lazyRouteComponent(() => import('../features/money/money-page'), 'MoneyPage'),
});
const marketplaceMoney = createRoute({
  getParentRoute: () => own,
  path: '/admin/money',
  component: lazyRouteComponent(() => import('../features/money/marketplace-money-page'), 'MarketplaceMoneyPage'),
});
const reconciliation = createRoute({
  getParentRoute: () => own,
  path: '/admin/reconciliation',
  component: lazyRouteComponent(() => import('../features/money/reconciliation-page'), 'ReconciliationPage'),
});
const team = createRoute({
  getParentRoute: () => own,
  path: '/team',
  component: lazyRouteComponent(() => import('../features/team/team-page'), 'TeamPage'),
});

const openNeeds = createRoute({
  getParentRoute: () => own,
  path: '/open-needs',
  component: lazyRouteComponent(() => import('../features/open-needs/open-needs-page'), 'OpenNeedsPage'),
});
const openNeed = createRoute({
  getParentRoute: () => own,
  path: '/open-needs/$needId',
  component: lazyRouteComponent(() => import('../features/open-needs/open-need-page'), 'OpenNeedPage'),
  errorComponent: lazyRouteComponent(() => import('../features/open-needs/need-gone'), 'NeedGone'),
});
const proposals = createRoute({
  getParentRoute: () => own,
  path: '/proposals',
  component: lazyRouteComponent(() => import('../features/proposals/proposals-page'), 'ProposalsPage'),
});
const suggestionRequests = createRoute({
  getParentRoute: () => own,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('../features/suggestions/requests-page'), 'RequestsPage'),
});
const suggestionRequest = createRoute({
  getParentRoute: () => own,
  path: '/suggestions/$requestId',
  component: lazyRouteComponent(() => import('../features/suggestions/request-page'), 'RequestPage'),
});
const roster = createRoute({
  getParentRoute: () => own,
  path: '/roster',
  component: lazyRouteComponent(() => import('../features/roster/roster-page'), 'RosterPage'),
});
const newAssistant = createRoute({
  getParentRoute: () => own,
  path: '/roster/new',
  component: lazyRouteComponent(() => import('../features/listing/new-assistant-page'), 'NewAssistantPage'),
});
const listing = createRoute({
  getParentRoute: () => own,
  path: '/roster/$assistantId',
  validateSearch: ({ part }: Record<string, unknown>): { part?: ListingPart } => (isListingPart(part) ? { part } : {}),
  component: lazyRouteComponent(() => import('../features/listing/listing-page'), 'ListingPage'),
});
const calendar = createRoute({
  getParentRoute: () => own,
  path: '/calendar',
  validateSearch: ({ week }: Record<string, unknown>): { week?: string } => (isDay(week) ? { week } : {}),
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page'), 'CalendarPage'),
});
const ownWeek = createRoute({
  getParentRoute: () => own,
  path: '/week',
  component: lazyRouteComponent(() => import('../features/listing/own-week-page'), 'OwnWeekPage'),
});
const ownWorkplace = createRoute({
  getParentRoute: () => own,
  path: '/workplace',
  component: lazyRouteComponent(() => import('../features/workplace/own-workplace-page'), 'OwnWorkplacePage'),
});
const agencies = createRoute({
  getParentRoute: () => own,
  path: '/admin/agencies',
  component: lazyRouteComponent(() => import('../features/administration/agencies-page'), 'AgenciesPage'),
});
const businesses = createRoute({
  getParentRoute: () => own,
  path: '/admin/businesses',
  component: lazyRouteComponent(() => import('../features/administration/businesses-page'), 'BusinessesPage'),
});

const ownAgency = createRoute({
  getParentRoute: () => own,
  path: '/agency',
  component: lazyRouteComponent(() => import('../features/agency/agency-page'), 'AgencyPage'),
});
const imports = createRoute({
  getParentRoute: () => own,
  path: '/admin/catalogue',
  component: lazyRouteComponent(() => import('../features/administration/imports-page'), 'ImportsPage'),
});
const plan = createRoute({
  getParentRoute: () => own,
  path: '/admin/plan',
  validateSearch: ({ id }: { readonly id?: unknown }) => (typeof id === 'string' ? { id } : {}),
  component: lazyRouteComponent(() => import('../features/administration/plan-page'), 'PlanPage'),
});
const deadLetters = createRoute({
  getParentRoute: () => own,
  path: '/admin/dead-letters',
  validateSearch: ({ status }: Record<string, unknown>): { status?: DeadLetterStatus } =>
    isDeadLetterStatus(status) ? { status } : {},
  component: lazyRouteComponent(() => import('../features/administration/dead-letters-page'), 'DeadLettersPage'),
});
const audit = createRoute({
  getParentRoute: () => own,
  path: '/admin/audit',
  validateSearch: ({ agency }: Record<string, unknown>): { agency?: string } =>
    typeof agency === 'string' ? { agency } : {},
  component: lazyRouteComponent(() => import('../features/administration/audit-page'), 'AuditPage'),
});
const erasures = createRoute({
  getParentRoute: () => own,
  path: '/admin/erasures',
  component: lazyRouteComponent(() => import('../features/administration/erasures-page'), 'ErasuresPage'),
});
const figures = createRoute({
  getParentRoute: () => own,
  path: '/admin/figures',
  component: lazyRouteComponent(() => import('../features/administration/figures-page'), 'FiguresPage'),
});
const notifications = createRoute({
  getParentRoute: () => own,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../features/notifications/notifications-page'), 'NotificationsPage'),
});
const notification = createRoute({
  getParentRoute: () => own,
  path: '/notifications/$notificationId',
  component: lazyRouteComponent(() => import('../features/notifications/notification-page'), 'NotificationPage'),
});
const account = createRoute({
  getParentRoute: () => own,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page'), 'AccountPage'),
});
const connections = createRoute({
  getParentRoute: () => own,
  path: '/connections',
  component: lazyRouteComponent(() => import('../features/connections/connections-page'), 'ConnectionsPage'),
});
const webhook = createRoute({
  getParentRoute: () => own,
  path: '/connections/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('../features/connections/webhook-page'), 'WebhookPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    directory,
    publishedAgencies,
    agencyProfile,
    ask,
    profile,
    registerBusiness,
    registerAgency,
    invitation,
    confirmAddress,
    forgottenPassword,
    resetPassword,
    unsubscribe,
    own.addChildren([
      notifications,
      notification,
      account,
      connections,
      webhook,
      openNeeds,
      openNeed,
      proposals,
      suggestionRequests,
      suggestionRequest,
      roster,
      newAssistant,
      listing,
      calendar,
      ownWeek,
      ownWorkplace,
      agencies,
      businesses,
      ownAgency,
      imports,
      plan,
      deadLetters,
      audit,
      erasures,
      figures,
      home,
      needs,
      newNeed,
      need,
      agreements,
      agreement,
      agreementTerms,
      book,
      bookings,
      booking,
      moveBooking,
      time,
      absences,
      handover,
      disputes,
      openDispute,
      dispute,
      work,
      records,
      responseTime,
      engagement,
      businessSettings,
      conversations,
      channels,
      conversation,
      invoices,
      invoice,
      money,
      marketplaceMoney,
      reconciliation,
      team,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  // What was read is the queries' to keep.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Failed,
  defaultPendingComponent: Pending,
  defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
