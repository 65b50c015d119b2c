import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { looked } from './looked.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const cases: readonly (readonly [Language, Device])[] = [
  ['en', 'desk'],
  ['es', 'phone'],
  ['ca', 'desk'],
];
const catalan = (language: Language): string => new Intl.DisplayNames(language, { type: 'language' }).of('ca')!;

describe('an agency lists an assistant', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('verified, with a painted week and a cleared workplace, in %s on a %s', async (language, device) => {
    const say = textsOf(language);
    const come = () => Visitor.of(browser, url, language, device);
    const [agency, assessor, administrator] = [await come(), await come(), await come()];
    const name = `Agència ${randomUUID().slice(0, 8)}`;
    const password = `a long sentence ${randomUUID()}`;
    const button = ({ page }: Visitor, id: string) => page.getByRole('button', { name: say(id), exact: true });
    const fill = ({ page }: Visitor, id: string, value: string) => page.getByLabel(say(id)).first().fill(value);
    const join = async (visitor: Visitor, person: string): Promise<void> => {
      await fill(visitor, 'registration.your-name', person);
      await visitor.page.locator('input[type=password]').fill(password);
    };

    await agency.page.goto('/register/agency');
    await fill(agency, 'registration.name', name);
    await fill(agency, 'sign-in.email', `owner-${randomUUID().slice(0, 8)}@example.org`);
    await join(agency, 'Olga Riu');
    await button(agency, 'registration.submit').click();
    await agency.page.waitForURL('**/home');

    // An administrator looks at its papers.
    await administrator.signIn('administrator');
    await administrator.goTo('/admin/agencies');
    const card = administrator.page.getByRole('listitem').filter({ hasText: name });
    await card.getByLabel(say('administration.seen')).fill('Extract of the register');
    await looked(administrator);
    await card.getByRole('button', { name: say('administration.verify') }).click();
    await card.getByText(say('administration.status-verified')).waitFor();

    // The agency takes an assistant into its books, and paints her week by keys.
    await agency.goTo('/roster/new');
    await fill(agency, 'listing.name', 'Neus Pla');
    await fill(agency, 'listing.title', 'virtual assistant');
    await fill(agency, 'listing.rate', '15');
    await agency.page.getByLabel(say('listing.duties')).first().click();
    await agency.page.getByRole('option').first().click();
    await agency.page.keyboard.press('Escape');
    await agency.page.getByPlaceholder(say('listing.add-language')).click();
    await agency.page.getByRole('option', { name: catalan(language), exact: true }).click();
    await looked(agency);
    await button(agency, 'listing.create').click();
    await agency.page.waitForURL('**/roster/*?part=hours');
    const saturday = agency.page.locator('[role=gridcell][data-day="6"][data-from="540"]');
    await agency.page.locator('[role=gridcell][tabindex="0"]').focus();
    for (let day = 1; day < 6; day += 1) await agency.page.keyboard.press('ArrowRight');
    await agency.page.keyboard.down('Shift');
    await agency.page.keyboard.press('ArrowDown');
    await agency.page.keyboard.press('ArrowDown');
    await agency.page.keyboard.up('Shift');
    await saturday.and(agency.page.locator('[data-covered="all"]')).waitFor();
    await looked(agency);
    await button(agency, 'listing.save').click();
    await agency.page.getByText(say('words.saved')).waitFor();

    // The report on her workplace.
    await agency.page.getByRole('tab', { name: say('listing.part-workplace') }).click();
    await button(agency, 'workplace.hand-in').waitFor();
    for (const yes of await agency.page.getByRole('radio', { name: say('workplace.answer-yes'), exact: true }).all())
      await yes.check();
    await fill(agency, 'workplace.training', daysFromNow(-20));
    await agency.page
      .locator('input[type=file]:not([capture])')
      .setInputFiles({ name: 'workplace.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(name) });
    await button(agency, 'workplace.other-file').waitFor();
    await looked(agency);
    await button(agency, 'workplace.hand-in').click();
    await agency.page.getByText(say('workplace.status-requested')).waitFor();
    const listing = new URL(agency.page.url()).pathname;

    // Somebody who assesses workplaces is asked in, looks, and clears it.
    await agency.goTo('/team');
    await fill(agency, 'sign-in.email', `assessor-${randomUUID().slice(0, 8)}@example.org`);
    await agency.page.getByLabel(say('team.as'), { exact: true }).first().click();
    await agency.page.getByRole('option', { name: say('team.role-agency.assessor') }).click();
    await button(agency, 'team.invite').click();
    const link = /https?:\S+\/join#\S+/.exec(
      await agency.page.getByRole('status').filter({ hasText: '/join#' }).innerText(),
    )![0];
    await assessor.page.goto(link);
    await join(assessor, 'Pere Mas');
    await button(assessor, 'team.join').click();
    await assessor.page.waitForURL('**/home');
    await assessor.goTo(`${listing}?part=workplace`);
    await button(assessor, 'workplace.grant').waitFor();
    await looked(assessor);
    await button(assessor, 'workplace.grant').click();
    await assessor.page.getByText(say('workplace.status-granted')).first().waitFor();

    // She is listed, and paused.
    await agency.goTo(listing);
    await button(agency, 'roster.step-publication').click();
    await button(agency, 'roster.step-pause').click();
    await agency.page.getByText(say('roster.status-paused'), { exact: true }).waitFor();

    // The agency is taken out of the marketplace, and let back in.
    await card.getByRole('button', { name: say('administration.suspend') }).click();
    await card.getByLabel(say('administration.suspend-why')).fill('The register says otherwise');
    await card.getByRole('button', { name: say('administration.suspend') }).click();
    await card.getByLabel(say('administration.seen')).fill('A new extract');
    await looked(administrator);
    await card.getByRole('button', { name: say('administration.reinstate') }).click();
    await card.getByText(say('administration.status-verified')).waitFor();

    for (const visitor of [agency, assessor, administrator]) {
      expect(visitor.takeFaults()).toEqual([]);
      await visitor.leave();
    }
  });
});
