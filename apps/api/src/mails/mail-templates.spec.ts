import { mailKinds, mailLanguages, writeMail } from './mail-templates.js';

const kinds = ['confirm-address', 'reset-password', 'invitation'] as const;
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

  it.each(mailLanguages)(
    'about what happened says it in %s, where it leads, and how to hear no more of it',
    (language) => {
      const says = 'Forn & Fills has booked Anna';
      const links = { link: 'https://pages.example/notifications/1', stop: 'https://pages.example/unsubscribe#1' };
      const told = writeMail('notification', language, { name: 'Bo', says, ...links });
      expect(told.subject).toBe(says);
      expect(told.html).toContain('Forn &amp; Fills has booked Anna');
      for (const said of [told.text, told.html]) {
        for (const link of Object.values(links)) expect(said).toContain(link);
      }
      const essential = writeMail('notification', language, { name: 'Bo', says, ...links, stop: '' });
      expect(essential.text).not.toContain('unsubscribe');
      const items = [1, 2, 3].map((number) => ({ says: `${says} ${number}`, link: `https://pages.example/${number}` }));
      const digest = writeMail('digest', language, { name: 'Bo', stop: links.stop, items });
      for (const { says: each, link } of items) {
        expect(digest.text).toContain(each);
        expect(digest.html).toContain(`href="${link}"`);
      }
    },
  );

  it('has a template for each kind, with nothing in it that is not known', () => {
    const all = { name: 'a', organisation: 'b', code: 'c', link: 'd', says: 'e', stop: 'f' };
    for (const kind of mailKinds) {
      for (const language of mailLanguages) {
        const { subject, text, html } = writeMail(kind, language, { ...all, items: [{ says: 'g', link: 'h' }] });
        expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}/);
      }
    }
  });
});
