import type { messageEvents } from '#contracts';
import type { NoticesOf, NoticeSubject } from '../notice-table.js';
import { everybodyInvolved } from './told.js';

/** A message leads to the conversation that it is part of, which has the id of the engagement. */
const about = ({ engagementId }: { readonly engagementId: string }): NoticeSubject => ({
  type: 'conversation',
  id: engagementId,
});

export const messageNotices: NoticesOf<typeof messageEvents> = {
  'message.sent.v1': {
    topic: 'messages',
    urgency: 'daily',
    to: everybodyInvolved,
    // Whoever speaks for the same side has nothing to answer.
    except: ({ writtenBy }) => (writtenBy === 'business' ? ['business'] : ['agency', 'assistant']),
    about,
  },
  // What settles something is a message of its own, or said by who waited for it.
  'message.settled.v1': 'nobody',
  'message.overdue.v1': {
    topic: 'messages',
    urgency: 'soon',
    to: everybodyInvolved,
    facts: ({ dueAt }) => ({ at: dueAt }),
    about,
  },
};
