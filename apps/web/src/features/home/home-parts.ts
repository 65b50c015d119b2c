import type { ComponentType } from 'react';
import { canSign } from '../../session/can-sign';
import { agencyTeam, businessTeam } from '../../session/role-sets';
import { hasRole, type Session } from '../../session/session';
import { agenciesToVerify } from '../administration/agencies-waiting';
import { deadLettersToDecide } from '../administration/dead-letters-waiting';
import { agreementsToSign } from '../agreements/agreements-waiting';
import { bookingsAtRisk } from '../bookings/bookings-at-risk';
import { bookingsToConfirm } from '../bookings/bookings-waiting';
import { openItemsOfOurs, unreadMessages } from '../conversation/conversation-waiting';
import { disputesOf } from '../disputes/disputes-waiting';
import { draftsToPost } from '../needs/needs-waiting';
import { openNeeds } from '../open-needs/open-needs-waiting';
import { clearancesThatEnd, workplacesToAssess } from '../workplace/workplaces-waiting';
import { proposalsToAnswer } from '../proposals/proposals-waiting';
import { reviewsToGive } from '../reviews/reviews-waiting';
import { runsToDo, runsToJudge } from '../work/work-waiting';
import { timeToJudge } from '../time/time-waiting';
import type { WaitingSource } from './waiting';

/** What somebody's home is made of: what can wait for her, and what is shown below that. */
export interface HomeParts {
  readonly waiting: readonly WaitingSource[];
  /** Their scripts come when they are asked for, and nobody has those of another's home. */
  readonly readSections: () => Promise<{ readonly sections: readonly ComponentType[] }>;
}

const nothingElse: HomeParts['readSections'] = async () => ({ sections: [] });

const ofBusiness = (toSign: readonly WaitingSource[]): HomeParts => ({
  waiting: [
    bookingsAtRisk,
    openItemsOfOurs,
    runsToJudge,
    timeToJudge,
    disputesOf('business'),
    ...toSign,
    bookingsToConfirm,
    proposalsToAnswer,
    draftsToPost,
    reviewsToGive('business'),
  ],
  readSections: () => import('./sections-of-business'),
});

const ofAgency = (toSign: readonly WaitingSource[]): HomeParts => ({
  waiting: [
    bookingsAtRisk,
    openItemsOfOurs,
    runsToDo,
    disputesOf('agency'),
    ...toSign,
    workplacesToAssess,
    clearancesThatEnd,
    openNeeds,
  ],
  readSections: nothingElse,
});

const ofAdministrator: HomeParts = {
  waiting: [disputesOf('administrator'), agenciesToVerify, deadLettersToDecide],
  readSections: () => import('./sections-of-administrator'),
};

export function homePartsOf(session: Session): HomeParts {
  if (session.organisationKind === 'marketplace') return ofAdministrator;
  return session.organisationKind === 'business' ? partsOfBusiness(session) : partsOfAgency(session);
}

function partsOfBusiness(session: Session): HomeParts {
  const toSign = canSign(session) ? [agreementsToSign('business')] : [];
  if (hasRole(session, ...businessTeam)) return ofBusiness(toSign);
  return {
    waiting: [...toSign, ...(canSign(session) ? [proposalsToAnswer] : [])],
    readSections: hasRole(session, 'business.accountant') ? () => import('./sections-of-accountant') : nothingElse,
  };
}

/** Who works herself, who looks at workplaces and who signs: somebody may be any of these. */
function partsOfAgency(session: Session): HomeParts {
  const toSign = canSign(session) ? [agreementsToSign('agency')] : [];
  if (hasRole(session, ...agencyTeam)) return ofAgency(toSign);
  const works = session.assistantId !== null;
  return {
    waiting: [
      ...(works ? [openItemsOfOurs, unreadMessages] : []),
      ...(hasRole(session, 'agency.assessor') ? [workplacesToAssess] : []),
      ...toSign,
    ],
    readSections: works ? () => import('./sections-of-assistant') : nothingElse,
  };
}
