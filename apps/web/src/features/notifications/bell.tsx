import { Indicator } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followStream } from '../../api/follow-stream';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import { unreadQuery } from './notification-queries';

/**
 * How much is new, wherever one is. Whatever one is told of has changed something: what is shown is read again, so that work that was
 * reported, a proposal or a payment stands there without anybody loading the page anew.
 */
export function Bell() {
  const t = useText();
  const queries = useQueryClient();
  const { data } = useQuery(unreadQuery);
  useEffect(
    () =>
      followStream('/v1/notifications/stream', 'notified', () => {
        void queries.invalidateQueries({}, { cancelRefetch: false });
      }),
    [queries],
  );
  const unread = data?.total ?? 0;
  return (
    <Indicator label={unread > 99 ? '99+' : unread} size={18} disabled={unread === 0} color="red.6">
      <TextLink to="/notifications" fz="sm" px="xs" aria-label={t('notifications.bell', { count: unread })}>
        <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
          <path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2Z" strokeLinejoin="round" />
          <path d="M10 20.5a2 2 0 0 0 4 0" strokeLinecap="round" />
        </svg>
      </TextLink>
    </Indicator>
  );
}
