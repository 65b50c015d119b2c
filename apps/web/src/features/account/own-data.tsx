import type { components } from '@ajudant/client';
import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { saveBytes } from '../../api/files';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

type Export = components['schemas']['DataExportDto'];

const isUnderWay = ({ status }: Export): boolean => status === 'asked' || status === 'making';

const exportsQuery = queryOptions({
  queryKey: ['data-exports'],
  queryFn: async (): Promise<readonly Export[]> =>
    (await client.body(client.api.GET('/v1/account/data-exports'))).items,
  // It takes seconds, and nobody else has news of it.
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? 2_000 : false),
});
const outdates = [exportsQuery.queryKey];

/** What is known of oneself, and what is one's organisation's: as one archive, made while one looks on. */
export function OwnData() {
  const t = useText();
  const session = useOwnSession();
  const { data: known = [], error } = useQuery(exportsQuery);
  const ask = useAct(
    (of: Export['of'], key) =>
      client.body(
        client.api.POST('/v1/account/data-exports', { params: { header: { 'Idempotency-Key': key } }, body: { of } }),
      ),
    { outdates },
  );
  const owns = hasRole(session, 'agency.owner', 'business.owner', 'marketplace.administrator');
  const asks = (of: Export['of']) => (
    <Button variant="light" loading={ask.isPending && ask.variables === of} onClick={() => ask.mutate(of)}>
      {t(`account.export-${of}`)}
    </Button>
  );
  return (
    <Section title={t('account.own-data')} says={t('account.own-data-says')}>
      <Stack gap="sm" align="flex-start">
        <Group>
          {asks('person')}
          {owns ? asks('organisation') : null}
        </Group>
        <ProblemNotice problem={ask.error ?? error} />
        <List listStyleType="none">
          {known
            .filter(({ status }) => status !== 'cancelled')
            .map((each) => (
              <List.Item key={each.id}>
                {each.status === 'ready' ? <Ready of={each} /> : <Making of={each} />}
              </List.Item>
            ))}
        </List>
      </Stack>
    </Section>
  );
}

function Ready({ of: { id, of, goesAt } }: { readonly of: Export }) {
  const t = useText();
  const format = useFormat();
  const save = useAct(async () => {
    const bytes = await client.body(
      client.api.GET('/v1/account/data-exports/{id}/archive', {
        params: { path: { id } },
        parseAs: 'blob',
      }) as Promise<{
        data?: Blob;
        error?: unknown;
        response: Response;
      }>,
    );
    saveBytes(bytes, `own-data-${of}.zip`);
  });
  return (
    <Group gap="sm">
      <Button size="compact-sm" variant="light" loading={save.isPending} onClick={() => save.mutate()}>
        {t('account.export-save')}
      </Button>
      <Text size="sm">
        {t(`account.exported-${of}`)} {t('account.export-goes', { day: format.dayOf(goesAt) })}
      </Text>
      <ProblemNotice problem={save.error} />
    </Group>
  );
}

function Making({ of: known }: { readonly of: Export }) {
  const t = useText();
  const { id, done, total } = known;
  const cancel = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/account/data-exports/{id}/cancellation', {
          params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': '*' } },
        }),
      ),
    { outdates },
  );
  if (!isUnderWay(known)) return <Text size="sm">{t('account.export-failed')}</Text>;
  return (
    <Group gap="sm">
      <Progress w={200} value={total === 0 ? 0 : (done / total) * 100} aria-label={t('account.export-making')} />
      <Text size="sm">{t('account.export-making')}</Text>
      <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('account.export-cancel')}
      </Button>
    </Group>
  );
}
