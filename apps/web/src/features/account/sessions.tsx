import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

const sessionsQuery = pagesQuery(['sessions'], (after) =>
  client.body(client.api.GET('/v1/account/sessions', { params: { query: after === undefined ? {} : { after } } })),
);
const outdates = [['sessions']];

/** Wherever one is signed in; each can be ended from here. */
export function Sessions() {
  const t = useText();
  const format = useFormat();
  const sessions = useInfiniteQuery(sessionsQuery);
  const shown = sessions.data?.pages.flatMap(({ items }) => items) ?? [];
  const end = useAct(
    (id: string) => client.body(client.api.DELETE('/v1/account/sessions/{id}', { params: { path: { id } } })),
    { outdates },
  );
  const endOthers = useAct(() => client.body(client.api.DELETE('/v1/account/sessions')), { outdates });
  return (
    <Section
      title={t('account.sessions')}
      aside={
        shown.length < 2 ? undefined : (
          <Button size="compact-sm" variant="subtle" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.sessions-end-others')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <ProblemNotice problem={sessions.error ?? end.error ?? endOthers.error} />
        {shown.map(({ id, program, lastUsedAt, isCurrent }) => (
          <Card key={id} withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap">
              <Stack gap={2}>
                <Text size="sm" lineClamp={2}>
                  {program ?? t('account.session-unknown')}
                  {isCurrent ? ` · ${t('account.session-here')}` : ''}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('account.session-used', { at: format.moment(lastUsedAt) })}
                </Text>
              </Stack>
              {isCurrent ? null : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t('account.session-end')}
                </Button>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}
