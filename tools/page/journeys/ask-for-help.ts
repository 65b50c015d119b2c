import { randomUUID } from 'node:crypto';
import { textsOf } from '../page-texts.js';
import type { Language, Visitor } from '../visitor.js';
import { looked } from './looked.js';

/** What is too much, as each would say it. */
const troubles = {
  mail: {
    en: 'My inbox eats my mornings',
    es: 'El correo se come mis mañanas',
    ca: 'El correu se’m menja els matins',
  },
  receipts: {
    en: 'My receipts pile up in a shoebox',
    es: 'Los tickets y recibos se me amontonan en una caja de zapatos',
    ca: 'Els tiquets i rebuts se m’amunteguen en una capsa de sabates',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

interface Wish {
  readonly language: Language;
  readonly trouble: keyof typeof troubles;
  readonly business: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** What whoever helps is to speak, where that isn't the language in which it is asked. */
  readonly inLanguage?: Language;
}

/** Somebody without an account says in plain words what is too much, registers, and posts it as a need of one duty. */
export async function askForHelp(
  visitor: Visitor,
  { language, trouble, business, startsOn, endsOn, inLanguage = language }: Wish,
): Promise<void> {
  const say = textsOf(language);
  const { page } = visitor;
  const button = (id: string) => page.getByRole('button', { name: say(id), exact: true });
  const fill = (id: string, value: string) => page.getByLabel(say(id)).first().fill(value);

  await page.goto('/');
  await fill('ask.words', troubles[trouble][language]);
  await button('ask.submit').click();
  await page.locator('mark').first().waitFor();
  const others = page.getByRole('button', { name: say('ask.remove', { duty: '' }).trim() });
  while ((await others.count()) > 1) await others.last().click();
  await looked(visitor);
  await button('ask.go-on').click();

  await looked(visitor, '**/register/business');
  await fill('registration.name', business);
  await fill('registration.sector', 'bakery');
  await fill('registration.your-name', 'Berta Roca');
  await fill('sign-in.email', `berta-${randomUUID().slice(0, 8)}@example.org`);
  await page.locator('input[type=password]').fill(`a long sentence ${randomUUID()}`);
  await button('registration.submit').click();

  await page.waitForURL(/\/needs\/[0-9a-f-]{36}\?begun=true$/);
  await button('needs.post').waitFor();
  await fill('needs.starts', startsOn);
  await fill('needs.ends', endsOn);
  // Hours and channel are as most have them, and so is the language unless said.
  if (inLanguage !== language) {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    const spoken = page.getByRole('group', { name: say('needs.languages') });
    for (const code of [inLanguage, language]) await spoken.getByText(names.of(code)!, { exact: true }).click();
  }
  await fill('needs.cap', '60');
  await looked(visitor);
  await button('needs.post').click();
}
