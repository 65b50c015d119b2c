import { isBlank, textLength } from '#text';
import { demandReady } from '../../booking/readiness.js';
import { shortfallText } from '../../matching/shortfall.js';
import type { Disqualification } from '../../matching/qualification.js';
import type { Party } from '../../organisation/party.js';
import { demand, type Policy } from '../../policy.js';
import { versionInForce } from '../agreement/agreement.policies.js';
import type { Engagement } from '../work/engagement.js';
import { missingOf } from './handover-pack.js';
import type {
  ConsentToSubstitution,
  DeclineSubstitution,
  EndSubstitution,
  ProposeSubstitution,
  StartSubstitution,
  Substitution,
  WriteHandover,
} from './substitution.js';

const maxReasonCharacters = 2000;

export type SubstitutionStep<Command> = { readonly command: Command; readonly substitution: Substitution };

export const isByTheAgency = (by: Party, { agencyId }: Pick<Substitution, 'agencyId'>): void =>
  demand(by.organisationId === agencyId, 'substitution.not-the-agency');

const isByTheBusiness = (by: Party, { businessId }: Substitution): void =>
  demand(by.organisationId === businessId, 'substitution.not-the-business');

const goesOn = ({ status }: Engagement): void => demand(status === 'active', 'engagement.already-ended');

/** The conditions without which nobody is on a shortlist of the need either. */
function qualifies(disqualification: Disqualification | null): void {
  if (disqualification === null) return;
  const { filter, shortfall } = disqualification;
  const detail = shortfallText(filter, shortfall);
  demand(false, 'substitution.not-qualified', { at: ['assistantId'], rule: filter, detail, shortfall });
}

export const proposalPolicies: readonly Policy<ProposeSubstitution>[] = [
  ({ by, agreement }) => isByTheAgency(by, agreement),
  ({ engagement }) => goesOn(engagement),
  function isSomebodyElse({ engagement, substituteId }) {
    demand(engagement.assistantId !== substituteId, 'substitution.same-assistant', { at: ['assistantId'] });
  },
  function isForAnAgreementInForce({ agreement }) {
    demand(versionInForce(agreement) !== null, 'substitution.agreement-not-accepted');
  },
  function isForSomebodyWhoCanWork({ readiness, now }) {
    demandReady('substitution', readiness, now);
  },
  ({ disqualification }) => qualifies(disqualification),
];

const waitsForAnAnswer: Policy<SubstitutionStep<unknown>> = ({ substitution: { status } }) =>
  demand(status === 'proposed', 'substitution.not-proposed', { status });

export const consentPolicies: readonly Policy<SubstitutionStep<ConsentToSubstitution>>[] = [
  ({ command: { by }, substitution }) => isByTheBusiness(by, substitution),
  waitsForAnAnswer,
  ({ command: { engagement } }) => goesOn(engagement),
  ({ command: { readiness, now } }) => demandReady('substitution', readiness, now),
];

export const declinePolicies: readonly Policy<SubstitutionStep<DeclineSubstitution>>[] = [
  ({ command: { by }, substitution }) => isByTheBusiness(by, substitution),
  function hasNotStarted({ substitution: { status } }) {
    demand(status === 'proposed' || status === 'consented', 'substitution.not-proposed', { status });
  },
  function saysWhy({ command: { reason } }) {
    const fits = !isBlank(reason) && textLength(reason) <= maxReasonCharacters;
    demand(fits, 'substitution.reason-length', { at: ['reason'], atMost: maxReasonCharacters });
  },
];

export const writingPolicies: readonly Policy<SubstitutionStep<WriteHandover>>[] = [
  ({ command: { by }, substitution }) => isByTheAgency(by, substitution),
  function isStillToBeHandedOver({ substitution: { status } }) {
    demand(status === 'proposed' || status === 'consented', 'substitution.handed-over', { status });
  },
];

const nobodyIsAtWork: Policy<SubstitutionStep<StartSubstitution | EndSubstitution>> = ({ command: { timerRuns } }) =>
  demand(!timerRuns, 'substitution.timer-runs');

export const startPolicies: readonly Policy<SubstitutionStep<StartSubstitution>>[] = [
  ({ command: { by }, substitution }) => isByTheAgency(by, substitution),
  function theBusinessIsWilling({ substitution: { status } }) {
    demand(status === 'consented', 'substitution.not-consented', { status });
  },
  ({ command: { engagement } }) => goesOn(engagement),
  /** Nobody starts without knowing how, what is open, what was promised, and how to get in. */
  function theHandoverIsComplete({ command, substitution: { pack } }) {
    const missing = missingOf(pack, command);
    demand(missing.length === 0, 'substitution.handover-incomplete', {
      missing,
      detail: `Missing: ${missing.join(', ')}.`,
    });
  },
  nobodyIsAtWork,
  ({ command: { disqualification } }) => qualifies(disqualification),
];

export const endPolicies: readonly Policy<SubstitutionStep<EndSubstitution>>[] = [
  ({ command: { by }, substitution }) => isByTheAgency(by, substitution),
  function isUnderWayForAWhile({ substitution: { status, temporary } }) {
    demand(status === 'started', 'substitution.not-started', { status });
    demand(temporary, 'substitution.for-good');
  },
  ({ command: { engagement } }) => goesOn(engagement),
  nobodyIsAtWork,
];
