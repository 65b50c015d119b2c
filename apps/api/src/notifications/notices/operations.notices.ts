import type {
  assignmentPlanEvents,
  catalogueEntryEvents,
  deadLetterEvents,
  dutySuggestionEvents,
  erasureEvents,
  preparedAssignmentPlanEvents,
  replayEvents,
  shortlistEvents,
  shortlistRequestEvents,
  suggestedDutiesEvents,
} from '#contracts';
import type { NoticesOf } from '../notice-table.js';
import { administration } from './told.js';

export const assignmentPlanNotices: NoticesOf<typeof assignmentPlanEvents> = { 'assignment-plan.asked.v1': 'nobody' };

export const preparedAssignmentPlanNotices: NoticesOf<typeof preparedAssignmentPlanEvents> = {
  'assignment-plan.prepared.v1': { topic: 'operations', urgency: 'quiet', to: administration },
};

export const catalogueEntryNotices: NoticesOf<typeof catalogueEntryEvents> = {
  'catalogue-entry.imported.v1': 'nobody',
  'catalogue-entry.retired.v1': 'nobody',
};

export const deadLetterNotices: NoticesOf<typeof deadLetterEvents> = {
  'message.dead-lettered.v1': { topic: 'operations', urgency: 'daily', to: administration },
  'message.parked.v1': 'nobody',
  'message.replayed.v1': 'nobody',
  'message.discarded.v1': 'nobody',
};

export const replayNotices: NoticesOf<typeof replayEvents> = {
  'replay.asked.v1': 'nobody',
  'discard.asked.v1': 'nobody',
};

/** Whoever asks waits at the page for the answers to these. */
export const dutySuggestionNotices: NoticesOf<typeof dutySuggestionEvents> = {
  'duty-suggestion.corrected.v1': 'nobody',
  'words.asked.v1': 'nobody',
};
export const suggestedDutiesNotices: NoticesOf<typeof suggestedDutiesEvents> = { 'duties.suggested.v1': 'nobody' };
export const shortlistNotices: NoticesOf<typeof shortlistEvents> = { 'shortlist.prepared.v1': 'nobody' };
export const shortlistRequestNotices: NoticesOf<typeof shortlistRequestEvents> = { 'shortlist.asked.v1': 'nobody' };

export const erasureNotices: NoticesOf<typeof erasureEvents> = {
  'erasure.asked.v1': {
    topic: 'operations',
    urgency: 'essential',
    to: administration,
    facts: ({ dueAt }) => ({ at: dueAt }),
  },
  // Whoever asked reads it where she asked, or is no more.
  'erasure.settled.v1': 'nobody',
};
