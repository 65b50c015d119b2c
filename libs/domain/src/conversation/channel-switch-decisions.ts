import { decideBy, type Deciders } from '../deciders.js';
import { demand, type Policy, unexpectedFact, uphold } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import { localDate, startOfDay } from '../time/calendar.js';
import { addDays, assertLocalDate } from '../time/local-date.js';
import { partiesOf } from '../work-parties.js';
import { type AgreedChannel, agreedAs } from './agreed-channels.js';
import type {
  AgreeToSwitch,
  ChannelSwitch,
  ChannelSwitchCommand,
  ChannelSwitchFact,
  ClosedSwitch,
  ProposedSwitch,
  ProposeSwitch,
  SwitchClosed,
} from './channel-switch.js';

const proposingPolicies: readonly Policy<ProposeSwitch>[] = [
  function theEngagementGoesOn({ engagement }) {
    demand(engagement.status === 'active', 'engagement.already-ended');
  },
  function beginsAfterTodayAndWithinTheTerm({ startsOn, timeZone, endsOn, now }) {
    const at = ['startsOn'];
    assertLocalDate(startsOn, at);
    const earliest = addDays(localDate(now, timeZone), 1);
    demand(startsOn >= earliest, 'channel-switch.starts-too-soon', { at, earliest });
    demand(startsOn <= endsOn, 'channel-switch.starts-after-the-term', { at, endsOn });
  },
  function takesAnotherChannel({ from, to }) {
    demand(from !== to, 'channel-switch.same-channel', { at: ['to'] });
  },
  function canTakePlace({ channels, from, to, startsOn, timeZone }) {
    demandPossible(channels, { from, to, startsAt: startOfDay(startsOn, timeZone) });
  },
];

/**
 * Whether by then the one is still agreed without an end, and the other one isn't.
 * @throws DomainError `channel-switch.not-agreed`, `channel-switch.agreed-already`
 */
function demandPossible(
  channels: readonly AgreedChannel[],
  { from, to, startsAt }: Pick<ProposedSwitch, 'from' | 'startsAt' | 'to'>,
): void {
  demand(agreedAs(channels, from, startsAt)?.until === null, 'channel-switch.not-agreed', { at: ['from'] });
  const isTaken = channels.some(({ channel, until }) => channel === to && (until === null || until > startsAt));
  demand(!isTaken, 'channel-switch.agreed-already', { at: ['to'] });
}

/** @throws DomainError `channel-switch.…`, `engagement.already-ended`, `agreement.not-a-party`, `time.bad-date` */
export function decideSwitch(command: ProposeSwitch): ChannelSwitchFact[] {
  const { switchId, by, engagement, from, to, startsOn, timeZone, now } = command;
  const proposedBy = sideOf(engagement, by);
  uphold(proposingPolicies, command);
  const startsAt = startOfDay(startsOn, timeZone);
  const proposed: ProposedSwitch = {
    status: 'proposed',
    switchId,
    engagementId: engagement.engagementId,
    ...partiesOf(engagement),
    from,
    to,
    startsOn,
    startsAt,
    proposedBy,
    proposedAt: now,
  };
  return [{ type: 'switchProposed', proposed }];
}

/** @throws DomainError `channel-switch.…`, `agreement.not-a-party` */
export const decideAboutSwitch = (command: ChannelSwitchCommand, known: ChannelSwitch): ChannelSwitchFact[] =>
  decideBy(deciders, command, known);

const deciders: Deciders<ChannelSwitchCommand, ChannelSwitch, ChannelSwitchFact> = {
  agreeToSwitch: agree,
  declineSwitch({ by, now }, known) {
    demandOpen(known);
    demand(sideOf(known, by) !== known.proposedBy, 'channel-switch.own-proposal');
    return [closed('switchDeclined', now)];
  },
  withdrawSwitch({ by, now }, known) {
    demandOpen(known);
    demand(sideOf(known, by) === known.proposedBy, 'channel-switch.proposal-of-the-other-side');
    return [closed('switchWithdrawn', now)];
  },
  /** Whoever asks before its day, or after it was closed, changes nothing. */
  lapseSwitch({ now }, known) {
    return known.status === 'proposed' && known.startsAt <= now ? [closed('switchLapsed', now)] : [];
  },
};

function agree({ by, channels, now }: AgreeToSwitch, known: ChannelSwitch): ChannelSwitchFact[] {
  demandOpen(known);
  demand(sideOf(known, by) !== known.proposedBy, 'channel-switch.own-proposal');
  demand(known.startsAt > now, 'channel-switch.too-late', { startsAt: known.startsAt });
  demandPossible(channels, known);
  return [closed('switchAgreed', now)];
}

function demandOpen(known: ChannelSwitch): asserts known is ProposedSwitch {
  demand(known.status === 'proposed', 'channel-switch.closed', { status: known.status });
}

const closed = (type: SwitchClosed['type'], closedAt: string): SwitchClosed => ({ type, closedAt });

const statusAfter = {
  switchAgreed: 'agreed',
  switchDeclined: 'declined',
  switchLapsed: 'lapsed',
  switchWithdrawn: 'withdrawn',
} as const satisfies Record<SwitchClosed['type'], ClosedSwitch['status']>;

export function evolveSwitch(known: ChannelSwitch | null, fact: ChannelSwitchFact): ChannelSwitch {
  if (fact.type === 'switchProposed') {
    if (known !== null) unexpectedFact(fact, known.status);
    return fact.proposed;
  }
  if (known === null || known.status !== 'proposed') unexpectedFact(fact, known?.status ?? 'none');
  return { ...known, status: statusAfter[fact.type], closedAt: fact.closedAt };
}
