import type { Readiness } from '../../booking/readiness.js';
import type { AccessGrantId, AssistantId, SubstitutionId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { acceptedAgreement, agency, business, readiness, stranger, terms } from '../agreement/agreement.examples.js';
import { decideAgreement } from '../agreement/agreement-decisions.js';
import { evolveAgreement } from '../agreement/agreement-evolution.js';
import { currentVersion } from '../agreement/agreement.policies.js';
import type { Agreement, ReplaceAssistant } from '../agreement/agreement.js';
import { engagement, markDone, playedRun, scheduleOf, firstWeek, termsInForce } from '../work/duty-run.examples.js';
import { absencesOfRun } from '../work/run-in-absence.js';
import { type HandoverPack, missingOf } from './handover-pack.js';
import { decideSubstitution, evolveSubstitution, proposeSubstitution } from './substitution-decisions.js';
import type { ProposeSubstitution, Substitution, SubstitutionCommand } from './substitution.js';

const now = '2026-03-09T09:00:00.000Z';
const substituteId = 'assistant-2' as AssistantId;
const agreement = acceptedAgreement(terms);
const agreed = termsInForce(agreement);
const ours = agreed.lines.filter(({ accountable }) => accountable.party === 'assistant');
const openAccess = ['access-1' as AccessGrantId];
const context = { terms: agreed, openAccess };
const ended = { ...engagement, status: 'ended', endedBy: 'term', reason: null, endedAt: now } as const;
const propose: ProposeSubstitution = {
  type: 'proposeSubstitution',
  substitutionId: 'substitution-1' as SubstitutionId,
  by: agency,
  agreement,
  engagement,
  substituteId,
  temporary: true,
  readiness,
  disqualification: null,
  now,
};
const whole: HandoverPack = {
  howTos: ours.map(({ lineId }) => ({ lineId, text: 'Begin with what came in overnight' })),
  openItems: [{ what: 'The supplier waits', dueOn: '2026-03-20' }],
  promises: [],
  accesses: [{ accessGrantId: openAccess[0]!, how: 'Delegated as well' }],
};
const write = (pack: HandoverPack): SubstitutionCommand => ({
  type: 'writeHandover',
  by: agency,
  pack,
  ...context,
  now,
});
const consent: SubstitutionCommand = { type: 'consentToSubstitution', by: business, engagement, readiness, now };
const start: SubstitutionCommand = {
  type: 'startSubstitution',
  by: agency,
  engagement,
  ...context,
  timerRuns: false,
  disqualification: null,
  now,
};
const end: SubstitutionCommand = { type: 'endSubstitution', by: agency, engagement, timerRuns: false, now };
const played = (...commands: SubstitutionCommand[]): Substitution =>
  commands.reduce<Substitution>(
    (state, command) => decideSubstitution(command, state).reduce<Substitution>(evolveSubstitution, state),
    proposeSubstitution(propose).reduce<Substitution | null>(evolveSubstitution, null)!,
  );
const proposing = (changes: Partial<Readiness>) =>
  proposeSubstitution({ ...propose, readiness: { ...readiness, ...changes } });

describe('a substitute', () => {
  it('is proposed by the agency, consented to by the business, and starts once the handover is complete', () => {
    expect(missingOf(played().pack, context)).toEqual([
      ...ours.map(({ lineId }) => `how-to:${lineId}`),
      'open-items',
      'promises',
      'access:access-1',
    ]);
    expect(refusalOf(() => played(consent, start))).toBe('substitution.handover-incomplete');
    const half = { ...whole, promises: null };
    expect(refusalOf(() => played(consent, write(half), start))).toBe('substitution.handover-incomplete');
    expect(played(write(whole), consent, start).status).toBe('started');
    expect(played(consent, write(whole), start, end).status).toBe('ended');
  });

  it.each<[string, () => unknown]>([
    ['substitution.not-the-agency', () => proposeSubstitution({ ...propose, by: business })],
    ['engagement.already-ended', () => proposeSubstitution({ ...propose, engagement: ended })],
    [
      'substitution.same-assistant assistantId',
      () => proposeSubstitution({ ...propose, substituteId: engagement.assistantId }),
    ],
    [
      'substitution.clearance-missing',
      () => proposeSubstitution({ ...propose, readiness: { ...readiness, clearance: null } }),
    ],
    ['substitution.agency-not-verified', () => proposing({ agencyStatus: 'suspended' })],
    [
      'substitution.assistant-not-published',
      () => proposing({ assistant: { ...readiness.assistant, status: 'withdrawn' } }),
    ],
    ['substitution.clearance-elsewhere', () => proposing({ assistant: { ...readiness.assistant, countryCode: 'US' } })],
    [
      'substitution.clearance-too-short',
      () => proposing({ clearance: { ...readiness.clearance!, validUntil: '2026-03-09T08:59:59.999Z' } }),
    ],
    [
      'substitution.agreement-not-accepted',
      () => proposeSubstitution({ ...propose, agreement: { ...agreement, status: 'drafting' } as Agreement }),
    ],
    ['substitution.not-the-business', () => played({ ...consent, by: agency } as SubstitutionCommand)],
    ['substitution.not-the-business', () => played({ ...consent, by: stranger } as SubstitutionCommand)],
    ['substitution.not-proposed', () => played(consent, consent)],
    ['substitution.not-consented', () => played(write(whole), start)],
    [
      'substitution.timer-runs',
      () => played(write(whole), consent, { ...start, timerRuns: true } as SubstitutionCommand),
    ],
    ['substitution.handed-over', () => played(write(whole), consent, start, write(whole))],
    ['substitution.not-started', () => played(consent, end)],
    [
      'substitution.for-good',
      () => decideSubstitution(end, { ...played(write(whole), consent, start), temporary: false }),
    ],
    [
      'substitution.named-twice howTos.1.lineId',
      () => played(write({ ...whole, howTos: [whole.howTos[0]!, whole.howTos[0]!] })),
    ],
    [
      'substitution.named-twice accesses.1.accessGrantId',
      () => played(write({ ...whole, accesses: [whole.accesses[0]!, whole.accesses[0]!] })),
    ],
    [
      'substitution.too-many-items promises',
      () => played(write({ ...whole, promises: Array.from({ length: 101 }, () => whole.openItems![0]!) })),
    ],
    [
      'substitution.reason-length reason',
      () => played({ type: 'declineSubstitution', by: business, reason: ' ', now }),
    ],
    [
      'substitution.line-unknown howTos.0.lineId',
      () => played(write({ ...whole, howTos: [{ lineId: 'nobody', text: 'x' }] })),
    ],
    [
      'substitution.access-unknown accesses.0.accessGrantId',
      () => played(write({ ...whole, accesses: [{ accessGrantId: 'access-9' as AccessGrantId, how: 'x' }] })),
    ],
    [
      'substitution.text-length howTos.0.text',
      () => played(write({ ...whole, howTos: [{ lineId: ours[0]!.lineId, text: ' ' }] })),
    ],
  ])('is refused with %s', (code, act) => {
    expect(refusalOf(act)).toBe(code);
  });

  it('gives way to another one, and stays when it has started', () => {
    expect(played({ type: 'giveWay', now }).status).toBe('withdrawn');
    expect(decideSubstitution({ type: 'giveWay', now }, played(write(whole), consent, start))).toEqual([]);
  });
});

describe('the work of somebody who is replaced', () => {
  const replace: ReplaceAssistant = {
    type: 'replaceAssistant',
    assistantId: substituteId,
    readiness,
    engagementEnded: false,
    proposed: { userId: null, at: now },
    consented: { userId: null, at: now },
    contentHash: (text) => String(text.length).padStart(64, '0'),
    now,
  };

  it('is hers by a version of its own that both sides have accepted, with everything else as it was', () => {
    const facts = decideAgreement(replace, agreement);
    const after = facts.reduce<Agreement>(evolveAgreement, agreement);
    expect(after).toMatchObject({ status: 'accepted', assistantId: substituteId, inForceNumber: 2 });
    const { terms: before } = currentVersion(agreement);
    expect(currentVersion(after).terms).toEqual({ ...before, assistantId: substituteId });
    expect(currentVersion(after).acceptances.map(({ side }) => side)).toEqual(['agency', 'business']);
    const changing = { ...agreement, status: 'changing' } as Agreement;
    expect(refusalOf(() => decideAgreement(replace, changing))).toBe('agreement.not-in-force-alone');
  });

  it('moves run by run unless it is done, and absences count for whoever had it', () => {
    const reassign = { type: 'reassignDutyRun', assistantId: substituteId, now: '2026-03-05T00:00:00.000Z' } as const;
    const { run } = playedRun([scheduleOf(firstWeek), reassign]);
    expect(run).toMatchObject({ assistantId: substituteId, status: 'scheduled' });
    expect(playedRun([scheduleOf(firstWeek), markDone, reassign]).run.assistantId).toBe(engagement.assistantId);
    const away = (assistantId: AssistantId) => ({
      assistantId,
      startsAt: '2026-03-04T00:00:00.000Z',
      endsAt: null,
      agreementId: null,
    });
    expect(absencesOfRun(run, [away(engagement.assistantId)])).toMatchObject([
      { startsAt: '2026-03-04T00:00:00.000Z', endsAt: '2026-03-05T00:00:00.000Z' },
    ]);
    expect(absencesOfRun(run, [away(substituteId)])).toMatchObject([{ startsAt: '2026-03-05T00:00:00.000Z' }]);
  });
});
