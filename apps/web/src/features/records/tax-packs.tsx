import type { components } from '@ajudant/client';
import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { saveBytes } from '../../api/files';
import { followStream } from '../../api/follow-stream';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';

type Pack = components['schemas']['TaxPackDto'];

const packsQuery = queryOptions({
  queryKey: ['records', 'packs'],
  queryFn: async (): Promise<readonly Pack[]> => {
    const { items } = await client.body(client.api.GET('/v1/tax-packs', { params: { query: { limit: 200 } } }));
    return items.toReversed();
  },
});

/** The year as one archive: asked for with a click, made while one looks on, and saved. */
export function TaxPacks({ year }: { readonly year: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { data: packs = [] } = useQuery(packsQuery);
  const ask = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/tax-packs', {
          params: { header: { 'Idempotency-Key': key } },
          body: { year: Number(year), language },
        }),
      ),
    { outdates: [packsQuery.queryKey] },
  );
  const ofYear = packs.filter((pack) => String(pack.year) === year && pack.status !== 'cancelled').slice(0, 5);
  return (
    <Section
      title={t('records.pack')}
      aside={
        <Button size="sm" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('records.make-pack', { year })}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw={720}>
          {t('records.pack-says')}
        </Text>
        <ProblemNotice problem={ask.error} />
        <List listStyleType="none">
          {ofYear.map((pack) => (
            <List.Item key={pack.id}>
              {pack.status === 'ready' ? <Ready pack={pack} /> : <UnderWay pack={pack} />}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Section>
  );
}

function Ready({ pack }: { readonly pack: Pack }) {
  const t = useText();
  const format = useFormat();
  const fetchPack = useAct(async () => {
    const bytes = await client.body(
      client.api.GET('/v1/tax-packs/{id}/archive', { params: { path: { id: pack.id } }, parseAs: 'blob' }) as Promise<{
        data?: Blob;
        error?: unknown;
        response: Response;
      }>,
    );
    saveBytes(bytes, `tax-year-${pack.year}.zip`);
  });
  return (
    <Group gap="sm">
      <Button size="compact-sm" variant="light" loading={fetchPack.isPending} onClick={() => fetchPack.mutate()}>
        {t('records.save-pack')}
      </Button>
      <Text size="sm">{t('records.pack-of', { day: format.dayOf(pack.finishedAt ?? pack.askedAt) })}</Text>
      <ProblemNotice problem={fetchPack.error} />
    </Group>
  );
}

function UnderWay({ pack }: { readonly pack: Pack }) {
  const t = useText();
  const queries = useQueryClient();
  const goesOn = pack.status === 'asked' || pack.status === 'making';
  useEffect(() => {
    if (!goesOn) return undefined;
    return followStream(`/v1/tax-packs/${pack.id}/stream`, 'progress', () => {
      void queries.invalidateQueries({ queryKey: packsQuery.queryKey });
    });
  }, [goesOn, pack.id, queries]);
  const cancel = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/tax-packs/{id}/cancellation', {
          params: { path: { id: pack.id }, header: { 'Idempotency-Key': key, 'If-Match': '*' } },
        }),
      ),
    { outdates: [packsQuery.queryKey] },
  );
  if (!goesOn) return <Text size="sm">{t('records.pack-failed')}</Text>;
  return (
    <Group gap="sm">
      <Progress
        w={200}
        value={pack.total === 0 ? 0 : (pack.done / pack.total) * 100}
        aria-label={t('records.pack-making')}
      />
      <Text size="sm">{t('records.pack-making')}</Text>
      <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('records.pack-cancel')}
      </Button>
    </Group>
  );
}
