import type { BusinessId } from '../ids.js';
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
};
const registered: BusinessFact = { type: 'businessRegistered', businessId, ...details, registeredAt: now };
const given = (...facts: BusinessFact[]) => facts.reduce<Business | null>(evolveBusiness, null);
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

  it.each<[string, BusinessFact[], BusinessCommand]>([
    ['business.already-registered', [registered], { type: 'registerBusiness', businessId, details, now }],
    ['business.not-found', [], change({})],
    ['business.name-missing', [registered], change({ name: '' })],
    [
      'business.bad-country',
      [],
      { type: 'registerBusiness', businessId, details: { ...details, countryCode: 'E1' }, now },
    ],
    ['business.vat-id-missing', [registered], change({ vatId: ' ' })],
    ['business.contact-missing', [registered], change({ contactEmail: '' })],
    ['business.sector-missing', [registered], change({ sector: '' })],
    ['time.unknown-zone', [registered], change({ timeZone: 'Europe/Barcelona' })],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decideBusiness(command, given(...facts))).toThrow(code);
  });
});
