import { Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { markRead, placeOf } from './notification-queries';

const route = getRouteApi('/own/notifications/$notificationId');

/** Leads from the list, or from a mail, to what it is about; from then on it was read. */
export function NotificationPage() {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { notificationId: id } = route.useParams();
  const opened = useQuery({
    queryKey: ['notifications', 'opened', id],
    staleTime: Infinity,
    queryFn: async () => {
      const notification = await client.body(client.api.GET('/v1/notifications/{id}', { params: { path: { id } } }));
      if (notification.readAt === null) await markRead(id, false);
      return notification;
    },
  });
  const { data: notification } = opened;
  useEffect(() => {
    if (notification === undefined) return;
    for (const part of ['list', 'unread']) void queries.invalidateQueries({ queryKey: ['notifications', part] });
    void navigate({ ...placeOf(notification), replace: true });
  }, [notification, navigate, queries]);
  return opened.isError ? <ProblemNotice problem={opened.error} /> : <Loader aria-label={t('words.loading')} />;
}
