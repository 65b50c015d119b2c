import { isBlank } from '#text';
import { Temporal } from 'temporal-polyfill';
import { demand, type Policy } from '../policy.js';
import { hourMs, instantMs, instantOf } from '../time/instant.js';
import { assertLocalDate } from '../time/local-date.js';
import { isClearedIn, jurisdictionOf } from './cleared-workplace.js';
import {
  type ClearanceTemplate,
  type ClearanceTemplates,
  type Jurisdiction,
  jurisdictions,
} from './clearance-template.js';
import type { ClearanceContext, GrantClearance, RequestedClearance, WorkplaceReport } from './clearance.js';

/** No place on earth is further ahead of UTC, so no local date there is later than this one. */
const widestOffsetMs = 14 * hourMs;
const dateSomewhere = (now: string): string => instantOf(instantMs(now) + widestOffsetMs).slice(0, 10);

/** @throws DomainError `clearance.unknown-jurisdiction` */
export function templateOf(jurisdiction: string, templates: ClearanceTemplates): ClearanceTemplate {
  const known = jurisdictions.find((code) => code === jurisdiction);
  demand(known !== undefined, 'clearance.unknown-jurisdiction', { at: ['jurisdiction'], jurisdiction });
  return templates[known];
}

/** A workplace is cleared by the rules of the place where it is. @throws DomainError `clearance.other-jurisdiction` */
export function demandJurisdiction(jurisdiction: Jurisdiction, countryCode: string): void {
  const expected = jurisdictionOf(countryCode);
  demand(jurisdiction === expected, 'clearance.other-jurisdiction', { at: ['jurisdiction'], expected, countryCode });
}

export interface ReportInContext {
  readonly report: WorkplaceReport;
  readonly template: ClearanceTemplate;
  readonly now: string;
}

/** What holds for every report, also one that isn't complete yet. */
export const reportPolicies: readonly Policy<ReportInContext>[] = [
  function answersWhatIsAsked({ report, template }) {
    report.answers.forEach(({ itemCode, answer }, index) => {
      const details = { at: ['answers', index], itemCode };
      const item = template.items.find(({ code }) => code === itemCode);
      demand(item !== undefined, 'clearance.unknown-item', details);
      const first = report.answers.findIndex((other) => other.itemCode === itemCode) === index;
      demand(first, 'clearance.item-twice', details);
      const sensible = answer === 'yes' || answer === 'no' || (answer === 'not-applicable' && item.mayNotApply);
      demand(sensible, 'clearance.bad-answer', { ...details, answer });
    });
  },
  function namesItsEvidenceByHash({ report: { evidenceSha256: hash } }) {
    const named = hash === null || /^[0-9a-f]{64}$/.test(hash);
    demand(named, 'clearance.bad-evidence', { at: ['evidenceSha256'] });
  },
  function wasTrainedAlready({ report: { trainingCompletedOn: date }, now }) {
    if (date === null) return;
    assertLocalDate(date, ['trainingCompletedOn']);
    const past = date <= dateSomewhere(now);
    demand(past, 'clearance.training-in-the-future', { at: ['trainingCompletedOn'], date });
  },
];

export interface GrantInContext {
  readonly clearance: RequestedClearance;
  readonly command: GrantClearance;
  readonly validUntil: string;
  readonly context: ClearanceContext;
}

export const grantPolicies: readonly Policy<GrantInContext>[] = [
  function isOfThePlaceWhereTheAssistantStillWorks({ clearance, context: { countryCode } }) {
    demand(isClearedIn(clearance, countryCode), 'clearance.workplace-moved', { countryCode });
  },
  function isAssessedBySomebodyWithAName({ command: { assessor } }) {
    demand(!isBlank(assessor.name), 'clearance.no-assessor', { at: ['assessor', 'name'] });
  },
  function isNotAssessedByTheAssistant({ command: { assessor }, context: { assistantUserId } }) {
    demand(assessor.userId !== assistantUserId, 'clearance.self-assessed', { at: ['assessor', 'userId'] });
  },
  function answersEveryItem({ clearance: { answers, jurisdiction }, context: { templates } }) {
    for (const { code } of templateOf(jurisdiction, templates).items) {
      const answered = answers.some(({ itemCode }) => itemCode === code);
      demand(answered, 'clearance.item-unanswered', { itemCode: code, detail: `The item “${code}” has no answer.` });
    }
  },
  function meetsWhatIsCritical({ clearance: { answers, jurisdiction }, context: { templates } }) {
    for (const { code, critical } of templateOf(jurisdiction, templates).items) {
      const refused = critical && answers.some(({ itemCode, answer }) => itemCode === code && answer === 'no');
      demand(!refused, 'clearance.critical-item-refused', {
        itemCode: code,
        detail: `“${code}” is critical, and is not met.`,
      });
    }
  },
  function followsTraining({ clearance }) {
    demand(clearance.trainingCompletedOn !== null, 'clearance.no-training');
  },
  function restsOnEvidence({ clearance }) {
    demand(clearance.evidenceSha256 !== null, 'clearance.no-evidence');
  },
  function datesWhatIsStillToBeDone({ clearance: { answers }, command: { openActions, now } }) {
    const unmet = answers.filter(({ answer }) => answer === 'no').map(({ itemCode }) => itemCode);
    openActions.forEach(({ itemCode, description, dueOn }, index) => {
      const at = ['openActions', index];
      assertLocalDate(dueOn, [...at, 'dueOn']);
      const inTime = dueOn >= instantOf(instantMs(now) - widestOffsetMs).slice(0, 10);
      const once = openActions.findIndex((other) => other.itemCode === itemCode) === index;
      const sound = !isBlank(description) && inTime && once && unmet.includes(itemCode);
      demand(sound, 'clearance.bad-action', { at, itemCode, dueOn });
    });
    const forgotten = unmet.find((code) => !openActions.some(({ itemCode }) => itemCode === code));
    demand(forgotten === undefined, 'clearance.action-missing', { at: ['openActions'], which: forgotten });
  },
  function endsLaterThanItBegins({ validUntil, command: { now } }) {
    const ahead = instantMs(validUntil, ['validUntil']) > instantMs(now);
    demand(ahead, 'clearance.already-over', { at: ['validUntil'] });
  },
  function lastsNoLongerThanThePolicyAllows({ validUntil, command: { now }, context: { maxValidMonths } }) {
    const latest = monthsAfter(now, maxValidMonths);
    const details = { at: ['validUntil'], latest, maxMonths: maxValidMonths };
    demand(instantMs(validUntil) <= instantMs(latest), 'clearance.too-long', details);
  },
];

/** Calendar months in UTC: twelve months after the 29th of February is the 28th. */
export function monthsAfter(at: string, months: number): string {
  const later = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add({ months });
  return instantOf(later.epochMilliseconds);
}
