import { maskContacts } from './mask-contacts.js';

describe('masking contacts in plain words', () => {
  it.each([
    ['write to anna.puig+shop@forn.example.cat please', 'anna.puig+shop@forn.example.cat'],
    ['call me on +34 600 12 34 56 tomorrow', '+34 600 12 34 56'],
    ['truca al 93.123.45.67, si us plau', '93.123.45.67'],
    ['mi número es (600)123456', '600)123456'],
    ['write to anna at forn dot example dot cat, please', 'anna at forn dot example dot cat'],
    ['escribe a anna arroba forn punto cat', 'anna arroba forn punto cat'],
    ['mail anna (at) forn (dot) cat', 'anna (at) forn (dot) cat'],
    ['mail anna [at] forn.cat today', 'anna [at] forn.cat'],
    ['follow @forn_puig.bcn for our hours', '@forn_puig.bcn'],
    ['pay to ES91 2100 0418 4502 0005 1332', 'ES91 2100 0418 4502 0005 1332'],
    ['el meu compte és ES9121000418450200051332', 'ES9121000418450200051332'],
    ['my account is GB29 NWBK 6016 1331 9268 19', 'GB29 NWBK 6016 1331 9268 19'],
    ['mi DNI es 12345678Z', '12345678Z'],
    ['el NIE X1234567L', 'X1234567L'],
    ['my NI number is AB 12 34 56 C', 'AB 12 34 56 C'],
  ])('takes the contact out of "%s"', (text, contact) => {
    const masked = maskContacts(text);
    expect(masked).toBe(text.replace(contact, '*'.repeat(contact.length)));
    expect(masked).toHaveLength(text.length);
  });

  it.each([
    'three thousand unread emails and 45 calls a day',
    'we close at 18:30 on the 24th',
    '2500 € a month',
    'we are at home. Please call',
    'look at the dotted line',
    'open 24 hours @ the shop',
  ])('leaves "%s" as it is', (text) => expect(maskContacts(text)).toBe(text));

  it('keeps the places of what follows, with characters outside the basic plane too', () => {
    const text = '🙂 mail a@b.example then invoices';
    expect(maskContacts(text).indexOf('invoices')).toBe(text.indexOf('invoices'));
  });

  it('takes no more for each character of a long word without an end', () => {
    // A hundred times what a need may hold: whoever went back over it for each character would not be done within a test.
    const endless = `${'a'.repeat(400_000)} ${'1-'.repeat(200_000)} ${'a at '.repeat(50_000)}`;
    expect(maskContacts(endless)).toHaveLength(endless.length);
  });
});
