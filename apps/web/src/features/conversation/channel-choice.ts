import type { useText } from '../../texts/use-text';

const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;
export type Channel = (typeof channels)[number];

/** All channels there are, to choose from. */
export const channelChoice = (t: ReturnType<typeof useText>): { value: Channel; label: string }[] =>
  channels.map((value) => ({ value, label: t(`words.channel-${value}`) }));

export const channelOf = (value: string | null): Channel | null =>
  channels.find((channel) => channel === value) ?? null;
