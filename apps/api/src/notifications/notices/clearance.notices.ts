import { agencyTeam } from '#access';
import type { clearanceEvents, trainingEvents } from '#contracts';
import type { NoticesOf } from '../notice-table.js';
import { assessors, assistantHerself } from './told.js';

const whoWorksThere = { agency: agencyTeam, ...assistantHerself } as const;

export const clearanceNotices: NoticesOf<typeof clearanceEvents> = {
  'clearance.requested.v1': { topic: 'workplaces', urgency: 'soon', to: assessors },
  'clearance.amended.v1': { topic: 'workplaces', urgency: 'soon', to: assessors },
  'clearance.action-closed.v1': { topic: 'workplaces', urgency: 'daily', to: assessors },
  'clearance.granted.v1': {
    topic: 'workplaces',
    urgency: 'soon',
    to: whoWorksThere,
    facts: ({ validUntil }) => ({ at: validUntil }),
  },
  'clearance.expiring.v1': {
    topic: 'workplaces',
    urgency: 'essential',
    to: { agency: [...agencyTeam, 'agency.assessor'], ...assistantHerself },
    facts: ({ validUntil }) => ({ at: validUntil }),
  },
  'clearance.action-due.v1': {
    topic: 'workplaces',
    urgency: 'soon',
    to: { agency: [...agencyTeam, 'agency.assessor'], ...assistantHerself },
    facts: ({ dueOn }) => ({ date: dueOn }),
  },
  'clearance.voided.v1': { topic: 'workplaces', urgency: 'essential', to: whoWorksThere },
};

export const trainingNotices: NoticesOf<typeof trainingEvents> = {
  'training.assigned.v1': { topic: 'workplaces', urgency: 'soon', to: assistantHerself },
  'training.renewed.v1': { topic: 'workplaces', urgency: 'soon', to: whoWorksThere },
  'training.due.v1': {
    topic: 'workplaces',
    urgency: 'soon',
    to: whoWorksThere,
    facts: ({ dueAt }) => ({ at: dueAt }),
  },
  'training.lesson-read.v1': 'nobody',
  'training.lesson-done.v1': 'nobody',
  'training.done.v1': { topic: 'workplaces', urgency: 'daily', to: { agency: [...agencyTeam, 'agency.assessor'] } },
};
