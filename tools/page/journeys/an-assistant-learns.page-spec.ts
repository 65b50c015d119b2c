import type { Browser } from 'playwright-core';
import { trainingCourses } from '#knowledge/lessons';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, Visitor } from '../visitor.js';
import { looked } from './looked.js';

const url = process.env[pageUrlVariable]!;
/** Each learns a lesson that the others leave alone: the demo's assistant is one person. */
const cases: readonly (readonly [Language, Device, string])[] = [
  ['en', 'desk', 'screen'],
  ['es', 'phone', 'chair-and-desk'],
  ['ca', 'desk', 'breaks'],
];

describe('an assistant learns how a workplace is set up', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('and sees which answers were wrong, in %s on a %s', async (language, device, code) => {
    const say = textsOf(language);
    const { title, questions } = trainingCourses.es.lessons.find((lesson) => lesson.code === code)!;
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    await visitor.signIn('assistant');
    await visitor.goTo('/workplace');
    await page.getByRole('button', { name: title[language] }).click();
    await page.getByRole('button', { name: say('workplace.lesson-read') }).click();

    const choose = (place: number, isRight: boolean) => {
      const { options, right } = questions[place]!;
      const option = options.find((one) => (one.code === right) === isRight)!;
      return page.getByRole('radio', { name: option.text[language], exact: true }).check();
    };
    for (const place of questions.keys()) await choose(place, place > 0);
    await page.getByRole('button', { name: say('workplace.answer'), exact: true }).click();
    await page.getByText(say('workplace.answer-wrong')).waitFor();
    expect(await page.getByText(say('workplace.answer-wrong')).count()).toBe(1);
    expect(await page.getByText(say('workplace.answer-right'), { exact: true }).count()).toBe(questions.length - 1);
    await looked(visitor);
    // The browser writes down each answer that refuses.
    expect(visitor.takeFaults()).toEqual([expect.stringContaining('409')]);

    await choose(0, true);
    await page.getByText(say('workplace.answer-wrong')).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: say('workplace.answer'), exact: true }).click();
    await page
      .getByRole('button', { name: new RegExp(`${title[language]}.*${say('workplace.lesson-done')}`) })
      .waitFor();
    const [first] = questions;
    await page.getByText(first!.options.find((one) => one.code === first!.right)!.text[language]).waitFor();
    await looked(visitor);
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});
