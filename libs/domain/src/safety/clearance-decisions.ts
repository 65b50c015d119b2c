import { isBlank } from '#text';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact, uphold } from '../policy.js';
import { localDate } from '../time/calendar.js';
import { dayMs, instantMs, normaliseInstant } from '../time/instant.js';
import { epochDay } from '../time/local-date.js';
import {
  type AmendClearance,
  type Clearance,
  type ClearanceCommand,
  type ClearanceContext,
  type ClearanceFact,
  type CloseClearanceAction,
  type GrantClearance,
  type PendingAction,
  type RequestClearance,
  type ReviewClearance,
  type VoidClearance,
  voidReasons,
  type WorkplaceReport,
} from './clearance.js';
import { advanceReminder } from './reminder.js';
import { demandJurisdiction, grantPolicies, monthsAfter, reportPolicies, templateOf } from './clearance.policies.js';

/** The marketplace's policy where it isn't configured otherwise; no law says it. */
export const defaultClearanceMonths = 12;

/** @throws DomainError `clearance.…` and `time.…` as listed in the contracts' tables of errors */
export function decideClearance(
  command: ClearanceCommand,
  state: Clearance | null,
  context: ClearanceContext,
): ClearanceFact[] {
  if (command.type === 'requestClearance') return request(command, state, context);
  demand(state !== null, 'clearance.not-found');
  return decideBy(deciders, command, state, context);
}

const deciders: Deciders<Exclude<ClearanceCommand, RequestClearance>, Clearance, ClearanceFact, ClearanceContext> = {
  amendClearance: amend,
  grantClearance: grant,
  closeClearanceAction: closeAction,
  voidClearance: voidIt,
  reviewClearance: review,
};

function request(command: RequestClearance, state: Clearance | null, context: ClearanceContext): ClearanceFact[] {
  const { templates } = context;
  demand(state === null, 'clearance.already-requested');
  const { clearanceId, assistantId, agencyId, jurisdiction, countryCode, now } = command;
  const report = withTraining(command.report, context);
  const template = templateOf(jurisdiction, templates);
  demandJurisdiction(jurisdiction, countryCode);
  uphold(reportPolicies, { report, template, now });
  const who = { clearanceId, assistantId, agencyId, jurisdiction, countryCode, templateVersion: template.version };
  return [{ type: 'clearanceRequested', ...who, ...reportOf(report), requestedAt: now }];
}

function amend(command: AmendClearance, state: Clearance, context: ClearanceContext): ClearanceFact[] {
  const { now } = command;
  const { templates } = context;
  const report = withTraining(command.report, context);
  demand(state.status === 'requested', 'clearance.not-open', { status: state.status });
  uphold(reportPolicies, { report, template: templateOf(state.jurisdiction, templates), now });
  return [{ type: 'clearanceAmended', ...reportOf(report), amendedAt: now }];
}

function grant(command: GrantClearance, state: Clearance, context: ClearanceContext): ClearanceFact[] {
  demand(state.status === 'requested', 'clearance.not-open', { status: state.status });
  const { assessor, openActions, now } = command;
  const validUntil = command.validUntil ?? monthsAfter(now, context.maxValidMonths);
  uphold(grantPolicies, { clearance: state, command, validUntil, context });
  return [
    {
      type: 'clearanceGranted',
      assessor: { userId: assessor.userId, name: assessor.name },
      openActions: openActions.map(({ itemCode, description, dueOn }) => ({ itemCode, description, dueOn })),
      validUntil: normaliseInstant(validUntil),
      grantedAt: now,
    },
  ];
}

function closeAction({ itemCode, note, now }: CloseClearanceAction, state: Clearance): ClearanceFact[] {
  demand(state.status === 'granted', 'clearance.not-granted', { status: state.status });
  const open = state.openActions.some((action) => action.itemCode === itemCode);
  demand(open, 'clearance.unknown-action', { at: ['itemCode'] });
  demand(!isBlank(note), 'clearance.note-missing', { at: ['note'] });
  return [{ type: 'clearanceActionClosed', itemCode, note, closedAt: now }];
}

function voidIt({ reason, now }: VoidClearance, state: Clearance): ClearanceFact[] {
  demand(state.status !== 'voided', 'clearance.already-voided');
  demand(voidReasons.includes(reason), 'clearance.bad-reason', { at: ['reason'], reason });
  return [{ type: 'clearanceVoided', reason, voidedAt: now }];
}

/** A date that nobody gives is that of the training which was done here. */
const withTraining = (report: WorkplaceReport, { trainedOn }: ClearanceContext): WorkplaceReport => ({
  ...report,
  trainingCompletedOn: report.trainingCompletedOn ?? trainedOn,
});

function review({ now }: ReviewClearance, state: Clearance, context: ClearanceContext): ClearanceFact[] {
  if (state.status !== 'granted') return [];
  const leftMs = instantMs(state.validUntil) - instantMs(now);
  if (leftMs <= 0) return [{ type: 'clearanceVoided', reason: 'expired', voidedAt: now }];
  if (context.templates[state.jurisdiction].version !== state.templateVersion) {
    return [{ type: 'clearanceVoided', reason: 'template-changed', voidedAt: now }];
  }
  const daysLeft = advanceReminder(leftMs, state.remindedDays);
  const ending: ClearanceFact[] = daysLeft === null ? [] : [{ type: 'clearanceExpiring', daysLeft, remindedAt: now }];
  return [...ending, ...actionsDue(state.openActions, context.timeZone, now)];
}

/** Days are counted on the assistant's calendar, whatever the clocks do in between. */
function actionsDue(openActions: readonly PendingAction[], timeZone: string, now: string): ClearanceFact[] {
  const today = epochDay(localDate(now, timeZone));
  return openActions.flatMap(({ itemCode, dueOn, remindedDays }): ClearanceFact[] => {
    const daysLeft = advanceReminder((epochDay(dueOn) - today) * dayMs, remindedDays);
    return daysLeft === null ? [] : [{ type: 'clearanceActionDue', itemCode, dueOn, daysLeft, remindedAt: now }];
  });
}

export function evolveClearance(state: Clearance | null, fact: ClearanceFact): Clearance {
  if (fact.type === 'clearanceRequested') {
    const { clearanceId, assistantId, agencyId, jurisdiction, countryCode, templateVersion, requestedAt } = fact;
    const who = { clearanceId, assistantId, agencyId, jurisdiction, countryCode, templateVersion, requestedAt };
    return { status: 'requested', ...who, ...reportOf(fact), openActions: [] };
  }
  if (!state) return unexpectedFact(fact, 'none');
  const base = baseOf(state);
  switch (fact.type) {
    case 'clearanceAmended':
      return { ...base, ...reportOf(fact), status: 'requested' };
    case 'clearanceGranted': {
      const { assessor, grantedAt, validUntil } = fact;
      const openActions = fact.openActions.map((action) => ({ ...action, remindedDays: null }));
      return { ...base, status: 'granted', openActions, assessor, grantedAt, validUntil, remindedDays: null };
    }
    case 'clearanceExpiring':
      return state.status === 'granted'
        ? { ...state, remindedDays: fact.daysLeft }
        : unexpectedFact(fact, state.status);
    case 'clearanceActionDue': {
      const { itemCode, daysLeft: remindedDays } = fact;
      const openActions = state.openActions.map((one) => (one.itemCode === itemCode ? { ...one, remindedDays } : one));
      return { ...state, openActions };
    }
    case 'clearanceActionClosed':
      return { ...state, openActions: state.openActions.filter(({ itemCode }) => itemCode !== fact.itemCode) };
    case 'clearanceVoided':
      return { ...base, status: 'voided', voidedAt: fact.voidedAt, reason: fact.reason };
    default:
      return fact satisfies never;
  }
}

function reportOf({ answers, trainingCompletedOn, evidenceSha256 }: WorkplaceReport): WorkplaceReport {
  const kept = answers.map(({ itemCode, answer, note }) => ({ itemCode, answer, note }));
  return { answers: kept, trainingCompletedOn, evidenceSha256 };
}

function baseOf(state: Clearance) {
  const { clearanceId, assistantId, agencyId, jurisdiction, countryCode, templateVersion, requestedAt } = state;
  const who = { clearanceId, assistantId, agencyId, jurisdiction, countryCode, templateVersion, requestedAt };
  return { ...who, ...reportOf(state), openActions: state.openActions };
}
