import type { ComponentType } from 'react';
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

const ofBusiness: HomeParts = {
  waiting: [
    bookingsAtRisk,
    openItemsOfOurs,
    runsToJudge,
    timeToJudge,
    disputesOf('business'),
    agreementsToSign('business'),
    bookingsToConfirm,
    proposalsToAnswer,
    draftsToPost,
    reviewsToGive('business'),
  ],
  readSections: () => import('./sections-of-business'),
};

/** Who reads what the others do. */
const ofAccountant: HomeParts = {
  waiting: [],
  readSections: () => import('./sections-of-accountant'),
};

/** Who signs for one of the sides and does nothing else. */
const ofSignatory = (side: 'agency' | 'business'): HomeParts => ({
  waiting: [agreementsToSign(side)],
  readSections: nothingElse,
});

const ofAgency: HomeParts = {
  waiting: [
    bookingsAtRisk,
    openItemsOfOurs,
    runsToDo,
    disputesOf('agency'),
    agreementsToSign('agency'),
    workplacesToAssess,
    clearancesThatEnd,
    openNeeds,
  ],
  readSections: nothingElse,
};

const ofAssistant: HomeParts = {
  waiting: [openItemsOfOurs, unreadMessages],
  readSections: () => import('./sections-of-assistant'),
};

const ofAssessor: HomeParts = {
  waiting: [workplacesToAssess],
  readSections: nothingElse,
};

const ofAdministrator: HomeParts = {
  waiting: [disputesOf('administrator'), agenciesToVerify, deadLettersToDecide],
  readSections: () => import('./sections-of-administrator'),
};

export function homePartsOf(session: Session): HomeParts {
  if (session.organisationKind === 'marketplace') return ofAdministrator;
  if (session.organisationKind === 'business') return partsOfBusiness(session);
  if (hasRole(session, 'agency.owner', 'agency.coordinator')) return ofAgency;
  if (session.assistantId !== null) return ofAssistant;
  return hasRole(session, 'agency.assessor') ? ofAssessor : ofSignatory('agency');
}

function partsOfBusiness(session: Session): HomeParts {
  if (hasRole(session, 'business.owner', 'business.colleague')) return ofBusiness;
  return hasRole(session, 'business.accountant') ? ofAccountant : ofSignatory('business');
}
