import type { AgencyId, UserId } from '../ids.js';
import { decideAgency, evolveAgency } from './agency-decisions.js';
import type { Agency, AgencyCommand, AgencyFact } from './agency.js';
import { usualStandingTerms } from './standing-terms.js';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-03-03T09:00:00.000Z';
const agencyId = '01900000-0000-7000-8000-000000000001' as AgencyId;
const admin = '01900000-0000-7000-8000-00000000000a' as UserId;
const details = {
  name: 'Ajuda i Més',
  countryCode: 'ES',
  vatId: 'ESB12345674',
  contactEmail: 'hola@ajuda.example',
  legalName: 'Ajuda i Més, S.L.',
  registrationNumber: null,
  address: { street: 'Carrer Nou 1', postalCode: '08500', city: 'Vic', region: null },
};

const registered: AgencyFact = { type: 'agencyRegistered', agencyId, ...details, registeredAt: now };
const verified: AgencyFact = { type: 'agencyVerified', verifiedBy: admin, note: 'register extract', verifiedAt: now };
const suspended: AgencyFact = {
  type: 'agencySuspended',
  suspendedBy: admin,
  code: 'other',
  reason: 'unpaid',
  suspendedAt: now,
};

const given = (...facts: AgencyFact[]) => facts.reduce<Agency | null>(evolveAgency, null) as Agency;
const verify: AgencyCommand = { type: 'verifyAgency', verifiedBy: admin, note: 'called them', now: later };
const suspend: AgencyCommand = {
  type: 'suspendAgency',
  suspendedBy: admin,
  code: 'complaints',
  reason: 'Three clients wrote',
  now: later,
};

describe('an agency', () => {
  it('registers', () => {
    expect(decideAgency({ type: 'registerAgency', agencyId, details, now }, null)).toEqual([registered]);
    expect(given(registered)).toEqual({
      status: 'registered',
      agencyId,
      ...details,
      standingTerms: usualStandingTerms,
      registeredAt: now,
    });
  });

  it('is verified, suspended and let work again', () => {
    expect(decideAgency(verify, given(registered))).toEqual([
      { type: 'agencyVerified', verifiedBy: admin, note: 'called them', verifiedAt: later },
    ]);
    expect(decideAgency(suspend, given(registered, verified))).toEqual([
      {
        type: 'agencySuspended',
        suspendedBy: admin,
        code: 'complaints',
        reason: 'Three clients wrote',
        suspendedAt: later,
      },
    ]);
    expect(decideAgency(verify, given(registered, verified, suspended))).toHaveLength(1);
    expect(given(registered, verified, suspended)).toMatchObject({
      status: 'suspended',
      reason: 'unpaid',
      suspendedAt: now,
    });
    expect(given(registered, verified, suspended, verified)).toMatchObject({ status: 'verified', verifiedAt: now });
  });

  it('changes its details in any state, and says nothing when nothing changed', () => {
    const change = (changes: object): AgencyCommand => ({ type: 'changeAgencyDetails', changes, now: later });
    const facts = decideAgency(change({ name: 'Ajuda', vatId: null }), given(registered, verified));
    expect(facts).toEqual([{ type: 'agencyDetailsChanged', ...details, name: 'Ajuda', vatId: null, changedAt: later }]);
    expect(given(registered, verified, ...facts)).toMatchObject({ status: 'verified', name: 'Ajuda', vatId: null });
    expect(decideAgency(change({ name: details.name, vatId: undefined }), given(registered))).toEqual([]);
  });

  it('sets its standing terms, which stay through what happens to it', () => {
    const set = (changes: object): AgencyCommand => ({
      type: 'setStandingTerms',
      terms: { ...usualStandingTerms, ...changes },
      now: later,
    });
    const facts = decideAgency(set({ leastNoticeHours: 48 }), given(registered));
    expect(facts).toEqual([
      {
        type: 'agencyStandingTermsChanged',
        terms: { ...usualStandingTerms, leastNoticeHours: 48 },
        changedAt: later,
      },
    ]);
    expect(given(registered, ...facts, verified, suspended).standingTerms.leastNoticeHours).toBe(48);
    expect(decideAgency(set({}), given(registered))).toEqual([]);
    for (const bad of [{ mostMinutesPerWeek: 0 }, { leastNoticeHours: 1.5 }, { lateFeeBps: 10_001 }]) {
      expect(() => decideAgency(set(bad), given(registered))).toThrow(
        expect.objectContaining({
          code: 'agency.standing-terms-out-of-range',
          details: expect.objectContaining({ at: Object.keys(bad) }),
        }),
      );
    }
  });

  it('is closed for good once nothing is open with others', () => {
    const close = (open: object): AgencyCommand => ({ type: 'closeAgency', closedBy: admin, open, now: later });
    const closed = decideAgency(close({ engagement: 0, money: 0 }), given(registered, verified));
    expect(closed).toEqual([{ type: 'agencyClosed', closedBy: admin, closedAt: later }]);
    expect(given(registered, verified, ...closed)).toMatchObject({ status: 'closed', name: details.name });
    expect(() => decideAgency(close({ engagement: 2, money: 1 }), given(registered, verified))).toThrow(
      expect.objectContaining({
        code: 'organisation.still-open',
        details: { detail: 'engagement: 2, money: 1' },
      }),
    );
    for (const command of [verify, close({})]) {
      expect(() => decideAgency(command, given(registered, verified, ...closed))).toThrow(
        expect.objectContaining({ code: 'agency.closed' }),
      );
    }
  });

  it.each<[string, AgencyFact[], AgencyCommand]>([
    ['agency.already-registered', [registered], { type: 'registerAgency', agencyId, details, now }],
    ['agency.not-found', [], verify],
    ['agency.already-verified', [registered, verified], verify],
    ['agency.note-missing', [registered], { ...verify, note: '  ' }],
    ['agency.not-verified', [registered], suspend],
    ['agency.already-suspended', [registered, verified, suspended], suspend],
    ['agency.reason-missing', [registered, verified], { ...suspend, reason: '' }],
    ['agency.name-missing', [], { type: 'registerAgency', agencyId, details: { ...details, name: ' ' }, now }],
    ['agency.bad-country', [], { type: 'registerAgency', agencyId, details: { ...details, countryCode: 'es' }, now }],
    ['agency.vat-id-missing', [registered], { type: 'changeAgencyDetails', changes: { vatId: '' }, now }],
    ['agency.bad-vat-id', [registered], { type: 'changeAgencyDetails', changes: { vatId: 'ESB12345678' }, now }],
    [
      'agency.address-incomplete',
      [registered],
      {
        type: 'changeAgencyDetails',
        changes: { address: { street: 'Rambla 1', postalCode: null, city: ' ', region: null } },
        now,
      },
    ],
    ['agency.contact-missing', [registered], { type: 'changeAgencyDetails', changes: { contactEmail: 'us' }, now }],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decideAgency(command, given(...facts))).toThrow(code);
  });
});
