import type { AgencyId, AssistantId, BusinessId, EngagementId, OrganisationId } from '../ids.js';
import type { Engagement } from '../responsibilities/work/engagement.js';
import { chat, email } from './agreed-channels.examples.js';
import { decideAboutSwitch, decideSwitch, evolveSwitch } from './channel-switch-decisions.js';
import type {
  ChannelSwitch,
  ChannelSwitchCommand,
  ChannelSwitchFact,
  ChannelSwitchId,
  ProposeSwitch,
} from './channel-switch.js';

const now = '2026-11-30T09:00:00.000Z';
const party = (organisationId: string) => ({ organisationId: organisationId as OrganisationId, userId: null });
const [agency, business] = [party('agency'), party('business')];
const engagement: Engagement = {
  status: 'active',
  engagementId: 'engagement' as EngagementId,
  businessId: 'business' as BusinessId,
  agencyId: 'agency' as AgencyId,
  assistantId: 'assistant' as AssistantId,
  firstBookingId: null,
  startedAt: '2026-11-01T00:00:00.000Z',
};
const channels = [email, chat];
const propose: ProposeSwitch = {
  type: 'proposeSwitch',
  switchId: 'switch' as ChannelSwitchId,
  by: business,
  engagement,
  channels,
  from: 'email',
  to: 'helpdesk',
  startsOn: '2026-12-07',
  timeZone: 'Europe/Madrid',
  endsOn: '2027-02-28',
  now,
};
const proposed = (changes: Partial<ProposeSwitch> = {}): ChannelSwitch =>
  decideSwitch({ ...propose, ...changes }).reduce<ChannelSwitch | null>(evolveSwitch, null)!;
const after = (known: ChannelSwitch, command: ChannelSwitchCommand): ChannelSwitch =>
  decideAboutSwitch(command, known).reduce<ChannelSwitch>(evolveSwitch, known);
const agree: ChannelSwitchCommand = { type: 'agreeToSwitch', by: agency, channels, now };

describe('a switch of channels', () => {
  it('is proposed by one side and agreed by the other, from the beginning of a day where the work is', () => {
    const open = proposed();
    expect(open).toMatchObject({
      status: 'proposed',
      proposedBy: 'business',
      startsOn: '2026-12-07',
      startsAt: '2026-12-06T23:00:00.000Z',
    });
    expect(after(open, agree)).toMatchObject({ status: 'agreed', closedAt: now });
    expect(after(open, { type: 'declineSwitch', by: agency, now })).toMatchObject({ status: 'declined' });
    expect(after(open, { type: 'withdrawSwitch', by: business, now })).toMatchObject({ status: 'withdrawn' });
  });

  it('lapses where its day comes without an answer, and not before', () => {
    const open = proposed();
    expect(after(open, { type: 'lapseSwitch', now: '2026-12-06T22:59:59.999Z' })).toBe(open);
    const lapsed = after(open, { type: 'lapseSwitch', now: open.startsAt });
    expect(lapsed).toMatchObject({ status: 'lapsed' });
    expect(after(lapsed, { type: 'lapseSwitch', now: open.startsAt })).toBe(lapsed);
  });

  it.each<[string, Partial<ProposeSwitch>]>([
    ['agreement.not-a-party', { by: party('somebody') }],
    [
      'engagement.already-ended',
      { engagement: { ...engagement, status: 'ended', endedBy: 'term', reason: null, endedAt: now } },
    ],
    ['time.bad-date', { startsOn: '2026-02-30' }],
    ['channel-switch.starts-too-soon', { startsOn: '2026-11-30' }],
    ['channel-switch.starts-after-the-term', { startsOn: '2027-03-01' }],
    ['channel-switch.same-channel', { to: 'email' }],
    ['channel-switch.not-agreed', { from: 'phone' }],
    ['channel-switch.not-agreed', { channels: [{ ...email, until: '2026-12-20T00:00:00.000Z' }, chat] }],
    ['channel-switch.agreed-already', { to: 'chat' }],
  ])('is not proposed, as %s', (code, changes) => {
    expect(() => decideSwitch({ ...propose, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  it.each<[string, ChannelSwitchCommand]>([
    ['channel-switch.own-proposal', { ...agree, by: business }],
    ['channel-switch.own-proposal', { type: 'declineSwitch', by: business, now }],
    ['channel-switch.proposal-of-the-other-side', { type: 'withdrawSwitch', by: agency, now }],
    ['channel-switch.too-late', { ...agree, now: '2026-12-06T23:00:00.000Z' }],
    ['channel-switch.not-agreed', { ...agree, channels: [chat] }],
    ['channel-switch.agreed-already', { ...agree, channels: [email, { ...chat, channel: 'helpdesk' }] }],
    ['agreement.not-a-party', { ...agree, by: party('somebody') }],
  ])('is not answered, as %s', (code, command) => {
    expect(() => decideAboutSwitch(command, proposed())).toThrow(expect.objectContaining({ code }));
  });

  it('is answered once', () => {
    const closed = after(proposed(), agree);
    for (const command of [agree, { type: 'declineSwitch', by: agency, now } as const])
      expect(() => decideAboutSwitch(command, closed)).toThrow(
        expect.objectContaining({ code: 'channel-switch.closed' }),
      );
    const [fact] = decideSwitch(propose) as [ChannelSwitchFact];
    expect(() => evolveSwitch(closed, fact)).toThrow('switchProposed');
  });
});
