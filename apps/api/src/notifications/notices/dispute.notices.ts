import { agencyTeam, businessTeam } from '#access';
import type { disputeEvents } from '#contracts';
import type { NoticesOf, Side } from '../notice-table.js';
import { administration, everybodyInvolved } from './told.js';

const bothAndAdministrators = { agency: agencyTeam, business: businessTeam, ...administration } as const;

/** Whoever it was knows; administrators hear of it when it is for them to decide. */
const thoseWhoKnow = (by: Side, isTheirs: boolean): Side[] => (isTheirs ? [by] : [by, 'marketplace']);

export const disputeNotices: NoticesOf<typeof disputeEvents> = {
  'dispute.opened.v1': {
    topic: 'work',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ openedBy }) => [openedBy],
    facts: ({ answerDueAt }) => ({ at: answerDueAt }),
  },
  'dispute.answered.v1': {
    topic: 'work',
    urgency: 'essential',
    to: bothAndAdministrators,
    except: ({ by, answerDueAt }) => thoseWhoKnow(by, answerDueAt === null),
  },
  'dispute.unanswered.v1': {
    topic: 'work',
    urgency: 'soon',
    to: bothAndAdministrators,
  },
  'dispute.settled.v1': { topic: 'work', urgency: 'essential', to: everybodyInvolved },
  'dispute.withdrawn.v1': {
    topic: 'work',
    urgency: 'soon',
    to: everybodyInvolved,
    except: ({ openedBy }) => [openedBy],
  },
};
