import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { markRead, notificationsQuery, unreadQuery } from './notification-queries';

/** What one was told, whether one read it or not. */
export function NotificationsPage() {
  const t = useText();
  const format = useFormat();
  const { language } = useLanguage();
  const notifications = useInfiniteQuery(notificationsQuery(language));
  const newestId = useQuery(unreadQuery).data?.newestId ?? null;
  const readAll = useAct((id: string) => markRead(id, true), { outdates: [['notifications']] });
  return (
    <Stack gap="md">
      <PageHead
        title={t('notifications.title')}
        says={t('notifications.says')}
        action={
          newestId === null ? undefined : (
            <Button variant="light" loading={readAll.isPending} onClick={() => readAll.mutate(newestId)}>
              {t('notifications.read-all')}
            </Button>
          )
        }
      />
      <TextLink to="/account" size="sm">
        {t('notifications.preferences')}
      </TextLink>
      <ProblemNotice problem={readAll.error} />
      <EndlessList query={notifications} rowHeight={92} empty={<EmptyState says={t('notifications.nothing')} />}>
        {(notification) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <TextLink
                to="/notifications/$notificationId"
                params={{ notificationId: notification.id }}
                fw={notification.readAt === null ? 600 : 400}
              >
                {notification.text}
              </TextLink>
              {notification.readAt === null ? <Badge variant="light">{t('notifications.new')}</Badge> : null}
            </Group>
            <Text size="sm" c="dimmed">
              {format.moment(notification.happenedAt)}
            </Text>
          </Card>
        )}
      </EndlessList>
    </Stack>
  );
}
