import type { ComponentType } from 'react';
import { hasRole, type Session } from '../../session/session';
import { agenciesToVerify } from '../administration/agencies-waiting';
import { agreementsToSign } from '../agreements/agreements-waiting';
import { bookingsToConfirm } from '../bookings/bookings-waiting';
import { draftsToPost } from '../needs/needs-waiting';
import { openNeeds } from '../open-needs/open-needs-waiting';
import { runsToDo, runsToJudge } from '../work/work-waiting';
import { BookedHours, DueWork } from '../today/today';
import { Coming } from './coming';
import type { WaitingSource } from './waiting';

/** What somebody's home is made of: what can wait for her, and what is shown below that. */
export interface HomeParts {
  readonly waiting: readonly WaitingSource[];
  readonly sections: readonly ComponentType[];
}

const ofBusiness: HomeParts = {
  waiting: [runsToJudge, agreementsToSign('business'), bookingsToConfirm, draftsToPost],
  sections: [Coming],
};

const ofAgency: HomeParts = {
  waiting: [runsToDo, agreementsToSign('agency'), openNeeds],
  sections: [],
};

const ofAssistant: HomeParts = {
  waiting: [],
  sections: [BookedHours, DueWork],
};

const ofAssessor: HomeParts = {
  waiting: [],
  sections: [],
};

const ofAdministrator: HomeParts = {
  waiting: [agenciesToVerify],
  sections: [],
};

export function homePartsOf(session: Session): HomeParts {
  if (session.organisationKind === 'marketplace') return ofAdministrator;
  if (session.organisationKind === 'business') return ofBusiness;
  if (hasRole(session, 'agency.owner', 'agency.coordinator')) return ofAgency;
  return session.assistantId === null ? ofAssessor : ofAssistant;
}
