import { type MailKind, mailLanguages, writeMail } from './mail-templates.js';

const kinds: readonly MailKind[] = ['confirm-address', 'reset-password', 'invitation'];
const facts = { name: 'Anna <b>', organisation: 'Forn & Fills', code: 'ajc_1', link: 'https://pages.example/x#ajc_1' };

describe('a mail', () => {
  it.each(kinds.flatMap((kind) => mailLanguages.map((language) => [kind, language] as const)))(
    'of the kind %s in %s says its code and its link, as text and as HTML',
    (kind, language) => {
      const { subject, text, html } = writeMail(kind, language, facts);
      expect(subject).toMatch(/^\S.*\S$/);
      for (const said of [text, html]) {
        expect(said).toContain('ajc_1');
        expect(said).toContain('https://pages.example/x#ajc_1');
        expect(said).not.toMatch(/\{\{|\}\}/);
      }
      expect(html).toContain(`lang="${language}"`);
      expect(html).not.toContain('<b>');
    },
  );

  it('leaves out the line of a link where there are no pages', () => {
    const { text, html } = writeMail('reset-password', 'en', { ...facts, link: '' });
    expect(text).not.toContain('Open');
    expect(html).not.toContain('<a ');
    expect(text).toContain('The code is ajc_1');
  });

  it('shows what people wrote as they wrote it', () => {
    expect(writeMail('invitation', 'es', facts).subject).toBe('Forn & Fills te invita a Ajudant');
    expect(writeMail('invitation', 'es', facts).html).toContain('Forn &amp; Fills te invita');
  });
});
