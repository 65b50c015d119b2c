import type { agreementEvents } from '#contracts';
import type { NoticesOf } from '../notice-table.js';
import { everybodyInvolved, signatories } from './told.js';

export const agreementNotices: NoticesOf<typeof agreementEvents> = {
  'agreement.drafted.v1': {
    topic: 'agreements',
    urgency: 'soon',
    to: signatories,
    // An instant agreement is made by the business, and the agency has accepted it beforehand.
    except: ({ proposalId }) => (proposalId === null ? ['agency', 'business'] : []),
  },
  'agreement.revised.v1': {
    topic: 'agreements',
    urgency: 'soon',
    to: signatories,
    except: ({ writtenBy }) => [writtenBy],
  },
  'agreement.side-accepted.v1': {
    topic: 'agreements',
    urgency: 'soon',
    to: signatories,
    except: ({ side, standing }) => (standing ? ['agency', 'business'] : [side]),
  },
  'agreement.accepted.v1': { topic: 'agreements', urgency: 'daily', to: everybodyInvolved },
  'agreement.change-order-proposed.v1': {
    topic: 'agreements',
    urgency: 'soon',
    to: signatories,
    except: ({ writtenBy }) => [writtenBy],
  },
  'agreement.change-order-accepted.v1': { topic: 'agreements', urgency: 'daily', to: everybodyInvolved },
  'agreement.change-order-withdrawn.v1': {
    topic: 'agreements',
    urgency: 'daily',
    to: signatories,
    except: ({ by }) => [by],
  },
  'agreement.withdrawn.v1': { topic: 'agreements', urgency: 'soon', to: signatories, except: ({ by }) => [by] },
};
