import { excludedClauses } from './exclusions.js';
import { clausesOf } from './words.js';

const excludedIn = (text: string): number[] => [...excludedClauses(text, clausesOf(text))];

describe('what is not wanted', () => {
  it.each([
    ["I don't need bookkeeping, just the phone", [0]],
    ['my accountant does the taxes, what I want is somebody to send my invoices out', [0]],
    ['not the calendar, only the inbox', [0]],
    ['we already have a bookkeeper; what we need is a receptionist', [0]],
    ['de los impuestos se encarga la asesoría, yo quiero que alguien me haga las facturas', [0]],
    ['todo menos facturas: correo, agenda', [0]],
    ["dels impostos se n'ocupa la gestoria, jo vull que algú em faci les factures", [0]],
    ['xarxes socials no, només els tiquets', [0]],
    ['la comptabilitat no, el telèfon sí', [0]],
    ['not payroll, but invoices', [0]],
    ['no bookkeeping please, only answer calls', [0]],
    ['no quiero que me lleven las redes, quiero el boletín', [0]],
    ['my wife does the books, I need someone for the phone', [0]],
  ])('is named by a clause: %s', (text, clauses) => {
    expect(excludedIn(text)).toEqual(clauses);
  });

  it.each([
    'nobody answers the phone, and customers complain',
    'ya tengo tres mil correos sin leer, necesito ayuda',
    "I don't want to do invoices at night any more, help",
    'my accountant does nothing, everything is late',
    'no em paguen les factures, i ja no sé què fer',
    'no necesito ayuda',
  ])('is not a complaint: %s', (text) => {
    expect(excludedIn(text)).toEqual([]);
  });
});
