import type { BusinessId, UserId } from '../ids.js';
import { decideBusiness, evolveBusiness } from './business-decisions.js';
import type { Business, BusinessCommand, BusinessFact } from './business.js';

const now = '2026-03-02T09:00:00.000Z';
const businessId = '01900000-0000-7000-8000-000000000002' as BusinessId;
const details = {
  name: 'Forn Vell',
  countryCode: 'ES',
  vatId: null,
  sector: 'bakery',
  timeZone: 'Europe/Madrid',
  contactEmail: 'forn@vell.example',
  legalName: null,
  registrationNumber: null,
  address: null,
};
const registered: BusinessFact = { type: 'businessRegistered', businessId, ...details, registeredAt: now };
const given = (...facts: BusinessFact[]) => facts.reduce<Business | null>(evolveBusiness, null);
const checked = (vatId: string, result: 'valid' | 'invalid'): BusinessCommand => ({
  type: 'recordVatCheck',
  vatId,
  result,
  source: 'vies',
  reference: 'WAPIAAAA',
  now: '2026-03-03T09:00:00.000Z',
});
const change = (changes: object): BusinessCommand => ({ type: 'changeBusinessDetails', changes, now });

describe('a business', () => {
  it('registers and changes its details', () => {
    expect(decideBusiness({ type: 'registerBusiness', businessId, details, now }, null)).toEqual([registered]);
    const facts = decideBusiness(change({ timeZone: 'Atlantic/Canary' }), given(registered));
    expect(facts).toEqual([
      { type: 'businessDetailsChanged', ...details, timeZone: 'Atlantic/Canary', changedAt: now },
    ]);
    expect(given(registered, ...facts)).toMatchObject({ businessId, timeZone: 'Atlantic/Canary', registeredAt: now });
    expect(decideBusiness(change({ sector: 'bakery' }), given(registered))).toEqual([]);
  });

  it('keeps what a register says of its VAT id, with time and source, until it has another one', () => {
    const withId = decideBusiness(change({ vatId: 'es b12345674' }), given(registered));
    expect(withId).toMatchObject([{ vatId: 'ESB12345674' }]);
    const unchecked = { result: 'unchecked', source: 'none', checkedAt: now, reference: null };
    expect(given(registered, ...withId)).toMatchObject({ vatCheck: unchecked });
    const known = decideBusiness(checked('ESB12345674', 'valid'), given(registered, ...withId));
    const check = { result: 'valid', source: 'vies', checkedAt: '2026-03-03T09:00:00.000Z', reference: 'WAPIAAAA' };
    expect(known).toEqual([{ type: 'businessVatIdChecked', vatId: 'ESB12345674', check }]);
    const facts = [registered, ...withId, ...known];
    expect(given(...facts)).toMatchObject({ vatCheck: check });
    const renamed = decideBusiness(change({ name: 'Forn Nou' }), given(...facts));
    expect(given(...facts, ...renamed)).toMatchObject({ vatCheck: check });
    const other = decideBusiness(change({ vatId: 'ESB65000002' }), given(...facts));
    expect(given(...facts, ...other)).toMatchObject({ vatCheck: unchecked });
  });

  it('may keep a VAT id of before ids were looked at, and change all else', () => {
    const old: BusinessFact = { ...registered, vatId: 'none' } as BusinessFact;
    expect(decideBusiness(change({ sector: 'pastry', vatId: undefined }), given(old))).toMatchObject([
      { vatId: 'none', sector: 'pastry' },
    ]);
  });

  it.each<[string, BusinessFact[], BusinessCommand]>([
    ['business.already-registered', [registered], { type: 'registerBusiness', businessId, details, now }],
    ['business.not-found', [], change({})],
    [
      'business.closed',
      [registered, { type: 'businessClosed', closedBy: 'u' as UserId, closedAt: now }],
      change({ sector: 'pastry' }),
    ],
    ['business.name-missing', [registered], change({ name: '' })],
    [
      'business.bad-country',
      [],
      { type: 'registerBusiness', businessId, details: { ...details, countryCode: 'E1' }, now },
    ],
    ['business.vat-id-missing', [registered], change({ vatId: ' ' })],
    ['business.bad-vat-id', [registered], change({ vatId: 'none' })],
    ['business.bad-vat-id', [registered], change({ vatId: 'PT501964843' })],
    ['business.address-incomplete', [registered], change({ address: { street: ' ', city: 'Vic' } })],
    ['business.other-vat-id', [registered], checked('ESB12345674', 'valid')],
    ['business.contact-missing', [registered], change({ contactEmail: '' })],
    ['business.sector-missing', [registered], change({ sector: '' })],
    ['time.unknown-zone', [registered], change({ timeZone: 'Europe/Barcelona' })],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decideBusiness(command, given(...facts))).toThrow(code);
  });
});
