import type { OfferedDuties, OfferedDuty } from '../../catalogue/offered-duty.js';
import type { Readiness } from '../../booking/readiness.js';
import { noShortfall } from '../../matching/shortfall.js';
import type { Party } from '../../organisation/party.js';
import { refusalOf } from '../../refusals.examples.js';
import {
  acceptedAgreement,
  agency,
  booksLine,
  business,
  contentHash,
  draftCommand,
  hashOf,
  inboxLine,
  instantCommand,
  played,
  stranger,
  readiness,
  terms,
} from './agreement.examples.js';
import { decideAgreement } from './agreement-decisions.js';
import { evolveAgreement } from './agreement-evolution.js';
import { currentVersion, demandInstant, termsAfter, versionInForce } from './agreement.policies.js';
import type { TermsDraft } from './agreement-terms.js';
import type { DutyLineDraft } from './duty-line.js';
import type { AcceptAgreement, Agreement, AgreementCommand, AgreementFact, ReviseAgreement } from './agreement.js';

const now = '2026-03-10T09:00:00.000Z';
const accept = (by: Party, hash: string): AcceptAgreement => ({
  type: 'acceptAgreement',
  engagementEnded: false,
  readiness,
  by,
  contentHash: hash,
  now,
});
const worded = { en: 'x', es: 'x', ca: 'x' };
const duty: OfferedDuty = {
  code: 'any',
  group: 'imported',
  label: worded,
  unit: worded,
  doneCriterion: worded,
  indicativeMinutes: 5,
  mode: 'acts',
  source: null,
  retired: false,
};
const duties: OfferedDuties = {
  duty: (code) => ({ ...duty, code, mode: code === 'payment-run' ? 'prepares' : 'acts' }),
};
const revise = (by: Party, changes: Partial<TermsDraft>): ReviseAgreement => ({
  type: 'reviseAgreement',
  engagementEnded: false,
  by,
  terms: { ...terms, ...changes },
  duties,
  contentHash,
  now,
});
const withdraw = (by: Party): AgreementCommand => ({ type: 'withdrawAgreement', by, now });
const drafted = (): Agreement => played([draftCommand]).agreement;
const after = (agreement: Agreement, ...commands: AgreementCommand[]): Agreement =>
  commands.reduce((state, command) => decideAgreement(command, state).reduce(evolveAgreement, state), agreement);
const typesOf = (facts: readonly AgreementFact[]): string[] => facts.map((fact) => fact.type);
const dearer = { lines: [{ ...inboxLine, unitPrice: { amountMinor: 1500, currency: 'EUR' as const } }, booksLine] };

describe('drafting an agreement', () => {
  it('out of a proposal leaves it to both sides to accept', () => {
    const { facts, agreement } = played([draftCommand]);
    expect(typesOf(facts)).toEqual(['agreementDrafted']);
    expect(agreement.status).toBe('drafting');
    const [version] = agreement.versions;
    expect(version?.acceptances).toEqual([]);
    expect(version?.terms).toMatchObject({ assistantId: 'assistant-1', commissionBps: 1200, taxBps: 2100 });
    expect(version?.terms.lines[0]?.accountable).toEqual({ party: 'assistant' });
  });

  it('out of a listing records the standing acceptance of the agency at once', () => {
    const { facts, agreement } = played([instantCommand]);
    expect(typesOf(facts)).toEqual(['agreementDrafted', 'agreementSideAccepted']);
    expect(agreement.proposalId).toBeNull();
    expect(agreement.versions[0]?.acceptances).toEqual([
      { side: 'agency', userId: null, acceptedAt: instantCommand.now, standing: true },
    ]);
    const last = decideAgreement(accept(business, hashOf(agreement, 1)), agreement);
    expect(typesOf(last)).toEqual(['agreementSideAccepted', 'agreementAccepted']);
  });

  it.each<[string, Partial<Readiness>]>([
    ['agreement.agency-not-verified', { agencyStatus: 'suspended' }],
    ['agreement.assistant-not-published', { assistant: { ...readiness.assistant, status: 'withdrawn' } }],
    ['agreement.clearance-missing', { clearance: null }],
    ['agreement.clearance-elsewhere', { assistant: { ...readiness.assistant, countryCode: 'US' } }],
    ['agreement.clearance-too-short', { clearance: { ...readiness.clearance!, validUntil: '2026-03-10T08:59:59Z' } }],
  ])('is not signed when the assistant can not begin: %s', (code, changes) => {
    const agreement = drafted();
    const signing = { ...accept(business, hashOf(agreement, 1)), readiness: { ...readiness, ...changes } };
    expect(refusalOf(() => decideAgreement(signing, agreement))).toBe(code);
    const paused = { ...readiness, assistant: { ...readiness.assistant, status: 'paused' as const } };
    expect(decideAgreement({ ...signing, readiness: paused }, agreement)).toHaveLength(1);
  });

  it.each<[string, Partial<typeof instantCommand>]>([
    ['agreement.duty-not-offered', { offeredDutyCodes: ['inbox-triage'] }],
    ['agreement.too-much-work-a-week', { workMinutesPerWeek: 2_401 }],
    ['agreement.assistant-not-qualified', { disqualification: { filter: 'conflict', shortfall: {} as never } }],
  ])('out of a listing binds the agency to no more than it says: %s', (code, changes) => {
    const disqualification = changes.disqualification && {
      ...changes.disqualification,
      shortfall: noShortfall,
    };
    const command = { ...instantCommand, ...changes, ...(disqualification && { disqualification }) };
    expect(refusalOf(() => decideAgreement(command, null))).toMatch(code);
  });

  it('is refused where the listing does not allow instant booking', () => {
    const command = { ...instantCommand, instantBooking: false };
    expect(refusalOf(() => decideAgreement(command, null))).toBe('agreement.instant-not-allowed');
  });

  it('can be booked and confirmed in one go where it came out of a listing alone', () => {
    expect(refusalOf(() => demandInstant(played([instantCommand]).agreement))).toBeNull();
    expect(refusalOf(() => demandInstant(drafted()))).toBe('booking.not-instant confirm');
  });

  it('is refused with a commission or a tax that is no share', () => {
    const refusal = (changes: object) => refusalOf(() => decideAgreement({ ...draftCommand, ...changes }, null));
    expect(refusal({ commissionBps: 10_001 })).toBe('agreement.commission-out-of-range');
    expect(refusal({ commissionBps: -1 })).toBe('agreement.commission-out-of-range');
    expect(refusal({ taxBps: 21.5 })).toBe('agreement.tax-out-of-range');
    expect(refusal({ commissionBps: 0, taxBps: 10_000 })).toBeNull();
  });

  it('keeps out of the terms what merely hangs on the input', () => {
    const [line] = terms.lines;
    const noisy = { ...terms, note: 'x', lines: [{ ...line!, extra: 1 }, ...terms.lines.slice(1)] };
    expect(hashOf(played([{ ...draftCommand, terms: noisy }]).agreement, 1)).toBe(hashOf(drafted(), 1));
  });
});

describe('accepting an agreement', () => {
  it('takes both sides and the same hash', () => {
    const draft = drafted();
    const one = decideAgreement(accept(business, hashOf(draft, 1)), draft);
    expect(typesOf(one)).toEqual(['agreementSideAccepted']);
    const both = decideAgreement(accept(agency, hashOf(draft, 1)), one.reduce(evolveAgreement, draft));
    expect(typesOf(both)).toEqual(['agreementSideAccepted', 'agreementAccepted']);
    const agreement = acceptedAgreement();
    expect(agreement.status).toBe('accepted');
    expect(versionInForce(agreement)?.number).toBe(1);
  });

  it('by the same side again is no new fact, and does not stand for the other side', () => {
    const hash = hashOf(drafted(), 1);
    const once = after(drafted(), accept(agency, hash));
    expect(decideAgreement(accept(agency, hash), once)).toEqual([]);
    expect(decideAgreement(accept(agency, hash), acceptedAgreement())).toEqual([]);
  });

  it('is refused for anything but what is on the table', () => {
    const draft = drafted();
    const revised = after(draft, accept(agency, hashOf(draft, 1)), revise(business, dearer));
    expect(refusalOf(() => decideAgreement(accept(business, hashOf(draft, 1)), revised))).toBe(
      'agreement.stale-version contentHash',
    );
    expect(refusalOf(() => decideAgreement(accept(business, 'f00'), draft))).toBe(
      'agreement.stale-version contentHash',
    );
  });

  it('starts anew after an edit: the acceptance of the version before does not count', () => {
    const draft = drafted();
    const revised = after(draft, accept(agency, hashOf(draft, 1)), revise(business, dearer));
    expect(typesOf(decideAgreement(accept(business, hashOf(revised, 2)), revised))).toEqual(['agreementSideAccepted']);
    expect(revised.versions[0]?.acceptances).toHaveLength(1);
    expect(revised.versions[1]?.acceptances).toEqual([]);
  });

  it('is for the two sides only', () => {
    const draft = drafted();
    for (const command of [accept(stranger, hashOf(draft, 1)), revise(stranger, dearer), withdraw(stranger)]) {
      expect(refusalOf(() => decideAgreement(command, draft))).toBe('agreement.not-a-party');
    }
  });

  it('is refused when the term is over', () => {
    const draft = drafted();
    const late = { ...accept(business, hashOf(draft, 1)), now: '2026-05-31T22:00:00.000Z' };
    expect(refusalOf(() => decideAgreement(late, draft))).toBe('agreement.term-over endsOn');
    const justInTime = { ...late, now: '2026-05-31T21:59:59.999Z' };
    expect(refusalOf(() => decideAgreement(justInTime, draft))).toBeNull();
  });
});

describe('editing an agreement', () => {
  it('makes a new version as long as nothing was accepted by both', () => {
    const facts = decideAgreement(revise(agency, dearer), drafted());
    expect(typesOf(facts)).toEqual(['agreementRevised']);
    const revised = facts.reduce(evolveAgreement, drafted());
    expect(revised.versions.map((version) => [version.number, version.writtenBy])).toEqual([
      [1, 'agency'],
      [2, 'agency'],
    ]);
    expect(revised.versions[1]?.terms).toMatchObject({ assistantId: 'assistant-1', commissionBps: 1200 });
  });

  it('into the same words is no new fact', () => {
    expect(decideAgreement(revise(business, {}), drafted())).toEqual([]);
    expect(decideAgreement(revise(business, {}), acceptedAgreement())).toEqual([]);
  });

  it('after both accepted is a change order, which leaves the accepted version in force until both accept it', () => {
    const accepted = acceptedAgreement();
    expect(typesOf(decideAgreement(revise(agency, dearer), accepted))).toEqual(['changeOrderProposed']);
    const changing = after(accepted, revise(agency, dearer));
    expect([changing.status, versionInForce(changing)?.number]).toEqual(['changing', 1]);
    const half = after(changing, accept(agency, hashOf(changing, 2)));
    expect([half.status, versionInForce(half)?.number]).toEqual(['changing', 1]);
    const facts = decideAgreement(accept(business, hashOf(changing, 2)), half);
    expect(typesOf(facts)).toEqual(['agreementSideAccepted', 'changeOrderAccepted']);
    const changed = facts.reduce(evolveAgreement, half);
    expect([changed.status, versionInForce(changed)?.number]).toEqual(['accepted', 2]);
    expect(changed.versions[0]).toEqual(accepted.versions[0]);
  });

  it('can be taken back: the version in force stays, and the change can no longer be accepted', () => {
    const changing = after(acceptedAgreement(), revise(agency, dearer));
    const facts = decideAgreement(withdraw(business), changing);
    expect(typesOf(facts)).toEqual(['changeOrderWithdrawn']);
    const agreement = facts.reduce(evolveAgreement, changing);
    expect([agreement.status, currentVersion(agreement).number]).toEqual(['accepted', 1]);
    expect(refusalOf(() => decideAgreement(accept(agency, hashOf(changing, 2)), agreement))).toBe(
      'agreement.stale-version contentHash',
    );
    expect(after(agreement, revise(agency, dearer)).versions.map((version) => version.number)).toEqual([1, 2, 3]);
  });

  const fixed: readonly (readonly [string, Partial<TermsDraft>, string])[] = [
    ['its first day', { startsOn: '2026-03-09' }, 'agreement.start-fixed startsOn'],
    ['its zone', { timeZone: 'Europe/Lisbon' }, 'agreement.time-zone-fixed timeZone'],
    [
      'the cadence of a line',
      { lines: [{ ...inboxLine, cadence: 'monthly' }] },
      'agreement.line-cadence-fixed lines.0.cadence',
    ],
    [
      'the days on which a line is due',
      { lines: [{ ...inboxLine, rule: 'FREQ=WEEKLY;BYDAY=MO' }] },
      'agreement.line-cadence-fixed lines.0.rule',
    ],
  ];
  it.each(fixed)('after both accepted does not change %s', (_, changes, refusal) => {
    expect(refusalOf(() => decideAgreement(revise(agency, changes), acceptedAgreement()))).toBe(refusal);
    expect(refusalOf(() => decideAgreement(revise(agency, changes), drafted()))).toBeNull();
  });

  it('never changes its currency', () => {
    const lines = [{ ...inboxLine, unitPrice: { amountMinor: 900, currency: 'GBP' as const } }];
    const hourlyRate = { amountMinor: 1600, currency: 'GBP' as const };
    const command = revise(agency, { currency: 'GBP', lines, hourlyRate });
    expect(refusalOf(() => decideAgreement(command, drafted()))).toBe('agreement.currency-fixed currency');
  });

  it('is checked as the first draft was', () => {
    const command = revise(agency, { lines: [{ ...inboxLine, accountable: [] }] });
    expect(refusalOf(() => decideAgreement(command, drafted()))).toBe(
      'agreement.line-without-accountable lines.0.accountable',
    );
    const over = { ...revise(agency, { endsOn: '2026-03-05' }), now: '2026-03-06T09:00:00.000Z' };
    expect(refusalOf(() => decideAgreement(over, acceptedAgreement()))).toBe('agreement.term-over endsOn');
  });

  it('is refused after the engagement has ended, as is accepting a change', () => {
    const accepted = acceptedAgreement();
    const changing = after(accepted, revise(agency, dearer));
    const ended = { engagementEnded: true };
    expect(refusalOf(() => decideAgreement({ ...revise(agency, dearer), ...ended }, accepted))).toBe(
      'agreement.engagement-ended',
    );
    expect(refusalOf(() => decideAgreement({ ...accept(agency, hashOf(changing, 2)), ...ended }, changing))).toBe(
      'agreement.engagement-ended',
    );
  });

  it('comes to an end after two hundred versions', () => {
    const versions = Array.from({ length: 200 }, () => drafted().versions[0]!);
    const crowded = { ...drafted(), versions };
    expect(refusalOf(() => decideAgreement(revise(agency, dearer), crowded))).toBe('agreement.too-many-versions');
  });

  it('comes to an end sooner where the versions say very much', () => {
    const [first] = drafted().versions;
    const lines = Array.from({ length: 50 }, () => ({ ...first!.terms.lines[0]!, doneCriterion: 'x'.repeat(500) }));
    const versions = Array.from({ length: 100 }, () => ({ ...first!, terms: { ...first!.terms, lines } }));
    const wordy = { ...drafted(), versions };
    expect(refusalOf(() => decideAgreement(revise(agency, dearer), wordy))).toBe('agreement.too-many-versions');
  });
});

describe('how far the assistant goes', () => {
  const payments = { ...inboxLine, lineId: 'pay', dutyCode: 'payment-run' };
  const written = (...lines: DutyLineDraft[]) => termsAfter(drafted(), { ...terms, lines }, duties).lines;

  it('is never to the end where the catalogue says that the business ends it', () => {
    const acting = revise(agency, { lines: [inboxLine, { ...payments, mode: 'acts' }] });
    expect(refusalOf(() => decideAgreement(acting, drafted()))).toBe('agreement.duty-only-prepared lines.1.mode');
    for (const line of [
      { ...payments, mode: 'prepares' as const },
      { ...inboxLine, mode: 'prepares' as const },
    ]) {
      expect(refusalOf(() => decideAgreement(revise(agency, { lines: [line] }), drafted()))).toBeNull();
    }
  });

  it('stays as it was agreed where nobody says it, and is as the catalogue has it in a line that is new', () => {
    expect(written(inboxLine, payments).map(({ mode }) => mode)).toEqual([undefined, 'prepares']);
    expect(written({ ...inboxLine, mode: 'prepares' })[0]?.mode).toBe('prepares');
    expect(written({ ...inboxLine, dutyCode: 'payment-run' })[0]?.mode).toBe('prepares');
    const kept = {
      ...payments,
      accountable: [{ party: 'business' as const, personName: 'Ana' }],
      mode: 'acts' as const,
    };
    expect(written(kept)[0]?.mode).toBeUndefined();
  });
});

describe('withdrawing an agreement', () => {
  it('ends a draft for good', () => {
    const withdrawn = after(drafted(), withdraw(business));
    expect(withdrawn.status).toBe('withdrawn');
    expect(decideAgreement(withdraw(agency), withdrawn)).toEqual([]);
    expect(refusalOf(() => decideAgreement(accept(agency, hashOf(withdrawn, 1)), withdrawn))).toBe(
      'agreement.withdrawn',
    );
    expect(refusalOf(() => decideAgreement(revise(agency, dearer), withdrawn))).toBe('agreement.withdrawn');
  });

  it('is refused once both have accepted', () => {
    expect(refusalOf(() => decideAgreement(withdraw(agency), acceptedAgreement()))).toBe('agreement.in-force');
  });
});

describe('the facts of an agreement', () => {
  it('give the same agreement each time they are replayed', () => {
    const story = [draftCommand, revise(business, dearer)];
    const { agreement } = played(story);
    const whole = [
      ...story,
      accept(agency, hashOf(agreement, 2)),
      accept(business, hashOf(agreement, 2)),
      revise(agency, {}),
      withdraw(agency),
    ];
    const { facts, agreement: left } = played(whole);
    const replayed = (): Agreement | null => facts.reduce<Agreement | null>(evolveAgreement, null);
    expect(replayed()).toEqual(left);
    expect(JSON.stringify(replayed())).toBe(JSON.stringify(replayed()));
    expect(structuredClone(facts).reduce<Agreement | null>(evolveAgreement, null)).toEqual(left);
  });

  it('can not follow a state in which they make no sense', () => {
    const { facts } = played([draftCommand]);
    expect(() => facts.reduce<Agreement | null>(evolveAgreement, drafted())).toThrow('agreementDrafted');
    const withdrawn = after(drafted(), withdraw(agency));
    const odd: AgreementFact = { type: 'changeOrderWithdrawn', versionNumber: 1, by: 'agency', withdrawnAt: now };
    expect(() => evolveAgreement(withdrawn, odd)).toThrow('withdrawn');
    expect(() => evolveAgreement(drafted(), odd)).toThrow('drafting');
    expect(() => evolveAgreement(null, odd)).toThrow('nothing');
  });
});
