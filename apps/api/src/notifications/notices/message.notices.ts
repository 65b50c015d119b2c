import type { channelSwitchEvents, messageEvents } from '#contracts';
import type { NoticeFacts, NoticesOf, NoticeSubject, Side } from '../notice-table.js';
import { everybodyInvolved, signatories } from './told.js';

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

type BySide = { readonly proposedBy: 'agency' | 'business' };
const proposer = ({ proposedBy }: BySide): readonly Side[] => [proposedBy];
const answerer = ({ proposedBy }: BySide): readonly Side[] => [proposedBy === 'agency' ? 'business' : 'agency'];
const on = ({ startsAt }: { readonly startsAt: string }): NoticeFacts => ({ at: startsAt });

export const channelSwitchNotices: NoticesOf<typeof channelSwitchEvents> = {
  'channel-switch.proposed.v1': {
    topic: 'messages',
    urgency: 'soon',
    to: signatories,
    except: proposer,
    facts: on,
    about,
  },
  'channel-switch.agreed.v1': {
    topic: 'messages',
    urgency: 'soon',
    to: everybodyInvolved,
    except: answerer,
    facts: on,
    about,
  },
  'channel-switch.declined.v1': {
    topic: 'messages',
    urgency: 'daily',
    to: signatories,
    except: answerer,
    facts: on,
    about,
  },
  'channel-switch.withdrawn.v1': {
    topic: 'messages',
    urgency: 'daily',
    to: signatories,
    except: proposer,
    facts: on,
    about,
  },
  // Nobody answered, and nobody has to do anything.
  'channel-switch.lapsed.v1': 'nobody',
};
