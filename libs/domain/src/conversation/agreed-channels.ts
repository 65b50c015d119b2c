import type { Channel } from '../need/need.js';

/** A channel while it is agreed: an engagement has one or two places for channels, and each place one channel at a time. */
export interface AgreedChannel {
  readonly channelId: string;
  readonly channel: Channel;
  readonly place: ChannelPlace;
  readonly since: string;
  /** Not included; null while no end of it is known. */
  readonly until: string | null;
}
export type ChannelPlace = 1 | 2;

const places: readonly ChannelPlace[] = [1, 2];

export const isAgreedAt = ({ since, until }: AgreedChannel, at: string): boolean =>
  since <= at && (until === null || at < until);

/** The channel that a place has at an instant; undefined where it has none any more. */
export const channelOfPlace = (
  channels: readonly AgreedChannel[],
  place: ChannelPlace,
  at: string,
): AgreedChannel | undefined => channels.find((agreed) => agreed.place === place && isAgreedAt(agreed, at));

/** The agreed channel that something said in a channel at an instant belongs to; undefined is off-channel. */
export const agreedAs = (channels: readonly AgreedChannel[], channel: Channel, at: string): AgreedChannel | undefined =>
  channels.find((agreed) => agreed.channel === channel && isAgreedAt(agreed, at));

/** What terms that come into force change: which channels end, and which ones begin in the places that are free then. */
interface ChannelChange {
  readonly ended: readonly AgreedChannel[];
  readonly begun: readonly { readonly channel: Channel; readonly place: ChannelPlace }[];
}

/**
 * Channels as terms name them from an instant on. One that stays keeps its place, so that its threads go on; whatever was
 * planned beyond the instant gives way to the terms, which both sides have signed later.
 */
export function channelsFollowing(
  known: readonly AgreedChannel[],
  named: readonly Channel[],
  at: string,
): ChannelChange {
  const open = known.filter(({ until }) => until === null || until > at);
  const kept = open.filter((agreed) => agreed.until === null && agreed.since <= at && named.includes(agreed.channel));
  const free = places.filter((place) => !kept.some((agreed) => agreed.place === place));
  const fresh = named.filter((channel) => !kept.some((agreed) => agreed.channel === channel));
  return {
    ended: open.filter((agreed) => !kept.includes(agreed)),
    begun: fresh.map((channel, index) => ({ channel, place: free[index]! })),
  };
}
