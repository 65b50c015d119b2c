import type { AgreedChannel } from './agreed-channels.js';

/** For specs: what was agreed from the beginning. */
export const email: AgreedChannel = {
  channelId: 'c1',
  channel: 'email',
  place: 1,
  since: '2026-11-01T00:00:00.000Z',
  until: null,
};
export const chat: AgreedChannel = { ...email, channelId: 'c2', channel: 'chat', place: 2 };
