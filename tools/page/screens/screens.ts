import type { Role, Visitor } from '../visitor.js';

/** A view to take a picture of. */
export interface Screen {
  readonly name: string;
  /** Whom to sign in as; null for nobody. */
  readonly as: Role | null;
  readonly path: string;
  /** What else has to be done before. */
  readonly until?: (visitor: Visitor) => Promise<void>;
}

const firstOf =
  (
    kind:
      | 'agreements'
      | 'bookings'
      | 'disputes'
      | 'engagements'
      | 'invoices'
      | 'messages'
      | 'needs'
      | 'roster'
      | 'suggestions',
    part?: string,
  ) =>
  async (visitor: Visitor): Promise<void> => {
    const link = visitor.page.locator(`main [role=listitem] a[href^="/${kind}/"]`).first();
    const address = (await link.count()) > 0 ? await link.getAttribute('href') : null;
    if (address !== null) await visitor.goTo(part === undefined ? address : `${address}?part=${part}`);
  };

/** Where the first link that begins so leads to. */
const followFirst =
  (beginning: string) =>
  async (visitor: Visitor): Promise<void> => {
    await visitor.page.locator(`main a[href^="${beginning}"]`).first().click();
    await visitor.settled(`**${beginning}*`);
  };

async function openDispute(visitor: Visitor): Promise<void> {
  await firstOf('invoices')(visitor);
  await followFirst('/disputes/new')(visitor);
}

/** Who takes over finds out how the work is done; the demo has one who is to. */
async function firstHandover(visitor: Visitor): Promise<void> {
  const answer = await visitor.page.request.get('/v1/substitutions');
  const { items } = (await answer.json()) as { items: { readonly id: string }[] };
  await visitor.goTo(`/substitutions/${items[0]!.id}`);
}

/** The channels of the conversation that stands first. */
async function channelsOfFirst(visitor: Visitor): Promise<void> {
  await firstOf('messages')(visitor);
  await visitor.page.locator('main a[href$="/channels"]').first().click();
  await visitor.settled('**/channels');
}

/** The shortlist of the first need that is posted. */
async function firstShortlist(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  // Posted, in any language.
  await page
    .getByRole('listitem')
    .filter({ hasText: /Posted|Publicad/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByTestId('side-by-side').first().waitFor();
  await visitor.settled();
  await page.getByTestId('side-by-side').first().scrollIntoViewIfNeeded();
}

export const screens: readonly Screen[] = [
  {
    name: 'ask',
    as: null,
    path: '/',
    async until(visitor) {
      const { page } = visitor;
      await page
        .getByRole('textbox')
        .first()
        .fill('My inbox eats my mornings and my books are a mess before tax season');
      await page.locator('form button[type=submit]').click();
      await page.locator('mark').first().waitFor();
      await visitor.settled();
    },
  },
  { name: 'sign-in', as: null, path: '/sign-in' },
  { name: 'forgotten-password', as: null, path: '/forgotten-password' },
  { name: 'confirm-address', as: null, path: '/confirm-address' },
  { name: 'reset-password', as: null, path: '/reset-password' },
  { name: 'unsubscribe', as: null, path: '/unsubscribe' },
  { name: 'invitation', as: null, path: '/join' },
  { name: 'register-business', as: null, path: '/register/business' },
  { name: 'register-agency', as: null, path: '/register/agency' },
  { name: 'directory', as: null, path: '/assistants' },
  {
    name: 'profile',
    as: null,
    path: '/assistants',
    async until(visitor) {
      await visitor.page.locator('main a[href^="/assistants/"]').first().click();
      await visitor.settled('**/assistants/*');
    },
  },
  { name: 'published-agencies', as: null, path: '/agencies' },
  { name: 'agency-profile', as: null, path: '/agencies', until: followFirst('/agencies/') },
  { name: 'not-found', as: null, path: '/nowhere' },
  { name: 'business-home', as: 'business', path: '/home' },
  { name: 'agency-suggestions', as: 'agency', path: '/suggestions' },
  { name: 'agency-suggestion-request', as: 'agency', path: '/suggestions', until: firstOf('suggestions') },
  { name: 'needs', as: 'business', path: '/needs' },
  { name: 'new-need', as: 'business', path: '/needs/new' },
  { name: 'need', as: 'business', path: '/needs', until: firstOf('needs') },
  { name: 'shortlist', as: 'business', path: '/needs', until: firstShortlist },
  {
    name: 'comparison',
    as: 'business',
    path: '/needs',
    async until(visitor) {
      await firstShortlist(visitor);
      const choices = visitor.page.getByTestId('side-by-side');
      const many = Math.min(3, await choices.count());
      for (let place = 0; place < many; place += 1) await choices.nth(place).check();
      if (many < 2) return;
      await visitor.page.getByTestId('compare').click();
      await visitor.settled();
      // So far down that the comparison fills the picture.
      await visitor.page.mouse.wheel(0, 420);
      await visitor.settled();
    },
  },
  { name: 'agreements', as: 'business', path: '/agreements' },
  { name: 'agreement', as: 'business', path: '/agreements', until: firstOf('agreements') },
  {
    name: 'agreement-terms',
    as: 'business',
    path: '/agreements',
    async until(visitor) {
      await firstOf('agreements')(visitor);
      await visitor.page.locator('main a[href$="/terms"]').click();
      await visitor.settled('**/terms');
    },
  },
  { name: 'bookings', as: 'business', path: '/bookings' },
  { name: 'booking', as: 'business', path: '/bookings', until: firstOf('bookings') },
  {
    name: 'move-booking',
    as: 'business',
    path: '/bookings',
    async until(visitor) {
      await firstOf('bookings')(visitor);
      const link = visitor.page.locator('main a[href$="/move"]');
      if ((await link.count()) === 0) return;
      await link.click();
      await visitor.settled('**/move');
    },
  },
  {
    name: 'book',
    as: 'business',
    path: '/agreements',
    async until(visitor) {
      await firstOf('agreements')(visitor);
      await visitor.page.locator('main a[href$="/book"]').first().click();
      await visitor.settled('**/book');
      await visitor.page.locator('[role=gridcell][aria-selected]').nth(4).click();
    },
  },
  { name: 'engagement', as: 'business', path: '/agreements', until: firstOf('engagements') },
  { name: 'settings', as: 'business', path: '/settings' },
  { name: 'work', as: 'business', path: '/work' },
  { name: 'disputes', as: 'business', path: '/disputes' },
  { name: 'dispute', as: 'business', path: '/disputes', until: firstOf('disputes') },
  { name: 'open-dispute', as: 'business', path: '/invoices', until: openDispute },
  { name: 'agency-dispute', as: 'agency', path: '/disputes', until: firstOf('disputes') },
  { name: 'assistant-disputes', as: 'assistant', path: '/disputes' },
  { name: 'admin-disputes', as: 'administrator', path: '/disputes' },
  { name: 'time', as: 'business', path: '/time' },
  { name: 'agency-time', as: 'agency', path: '/time' },
  { name: 'agency-proposals', as: 'agency', path: '/proposals' },
  { name: 'agency-open-need', as: 'agency', path: '/open-needs', until: followFirst('/open-needs/') },
  { name: 'agency-engagement', as: 'agency', path: '/agreements', until: firstOf('engagements') },
  { name: 'handover', as: 'agency', path: '/home', until: firstHandover },
  { name: 'agency-absences', as: 'agency', path: '/absences' },
  { name: 'assistant-absences', as: 'assistant', path: '/absences' },
  { name: 'assistant-time', as: 'assistant', path: '/time' },
  { name: 'response-time', as: 'business', path: '/response-time' },
  { name: 'messages', as: 'business', path: '/messages' },
  { name: 'conversation', as: 'business', path: '/messages', until: firstOf('messages') },
  { name: 'channels', as: 'business', path: '/messages', until: channelsOfFirst },
  { name: 'agency-channels', as: 'agency', path: '/messages', until: channelsOfFirst },
  { name: 'assistant-channels', as: 'assistant', path: '/messages', until: channelsOfFirst },
  { name: 'agency-conversation', as: 'agency', path: '/messages', until: firstOf('messages') },
  { name: 'assistant-conversation', as: 'assistant', path: '/messages', until: firstOf('messages') },
  { name: 'records', as: 'business', path: '/records' },
  { name: 'assistant-records', as: 'assistant', path: '/records' },
  { name: 'invoices', as: 'business', path: '/invoices' },
  { name: 'invoice', as: 'business', path: '/invoices', until: firstOf('invoices') },
  { name: 'money', as: 'business', path: '/money' },
  { name: 'team', as: 'business', path: '/team' },
  { name: 'notifications', as: 'business', path: '/notifications' },
  { name: 'account', as: 'business', path: '/account' },
  { name: 'connections', as: 'business', path: '/connections' },
  { name: 'webhook', as: 'business', path: '/connections', until: followFirst('/connections/webhooks/') },
  { name: 'agency-connections', as: 'agency', path: '/connections' },
  { name: 'assistant-connections', as: 'assistant', path: '/connections' },
  { name: 'agency-notifications', as: 'agency', path: '/notifications' },
  { name: 'agency-home', as: 'agency', path: '/home' },
  { name: 'agency-open-needs', as: 'agency', path: '/open-needs' },
  { name: 'agency-roster', as: 'agency', path: '/roster' },
  { name: 'agency-listing', as: 'agency', path: '/roster', until: firstOf('roster', 'profile') },
  { name: 'agency-hours', as: 'agency', path: '/roster', until: firstOf('roster', 'hours') },
  { name: 'agency-workplace', as: 'agency', path: '/roster', until: firstOf('roster', 'workplace') },
  { name: 'agency-new-assistant', as: 'agency', path: '/roster/new' },
  { name: 'agency-calendar', as: 'agency', path: '/calendar' },
  { name: 'agency-bookings', as: 'agency', path: '/bookings' },
  { name: 'agency-work', as: 'agency', path: '/work' },
  { name: 'agency-response-time', as: 'agency', path: '/response-time' },
  { name: 'assistant-agreement', as: 'assistant', path: '/agreements', until: firstOf('agreements') },
  { name: 'assistant-engagement', as: 'assistant', path: '/agreements', until: firstOf('engagements') },
  { name: 'agency-agreements', as: 'agency', path: '/agreements' },
  { name: 'agency-invoices', as: 'agency', path: '/invoices' },
  { name: 'agency-money', as: 'agency', path: '/money' },
  { name: 'assistant-home', as: 'assistant', path: '/home' },
  { name: 'assistant-bookings', as: 'assistant', path: '/bookings' },
  { name: 'assistant-work', as: 'assistant', path: '/work' },
  { name: 'assistant-week', as: 'assistant', path: '/week' },
  { name: 'assistant-workplace', as: 'assistant', path: '/workplace' },
  { name: 'agency-team', as: 'agency', path: '/team' },
  { name: 'agency-itself', as: 'agency', path: '/agency' },
  { name: 'administrator-home', as: 'administrator', path: '/home' },
  { name: 'administrator-money', as: 'administrator', path: '/admin/money' },
  { name: 'administrator-reconciliation', as: 'administrator', path: '/admin/reconciliation' },
  { name: 'administrator-agencies', as: 'administrator', path: '/admin/agencies' },
  { name: 'administrator-businesses', as: 'administrator', path: '/admin/businesses' },
  { name: 'administrator-figures', as: 'administrator', path: '/admin/figures' },
  { name: 'administrator-dead-letters', as: 'administrator', path: '/admin/dead-letters' },
  { name: 'administrator-catalogue', as: 'administrator', path: '/admin/catalogue' },
  { name: 'administrator-plan', as: 'administrator', path: '/admin/plan' },
  { name: 'administrator-audit', as: 'administrator', path: '/admin/audit' },
  { name: 'administrator-erasures', as: 'administrator', path: '/admin/erasures' },
];
