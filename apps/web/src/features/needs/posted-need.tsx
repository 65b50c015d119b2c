import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { ProposalsOfNeed } from '../proposals/proposals-of-need';
import { Shortlist } from '../shortlist/shortlist';
import { SuggestionsOfNeed } from '../suggestions/suggestions-of-need';
import { NeedStatus } from './need-status';
import { type Need, needQuery } from './need-queries';

/** What was asked for, who fits, and who answered. */
export function PostedNeed({ need, etag }: { readonly need: Need; readonly etag: string }) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const undo = useUndo();
  const close = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/needs/{id}/closing', {
          params: { path: { id: need.id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { reason: 'withdrawn' },
        }),
      ),
    { outdates: [needQuery(need.id).queryKey, ['needs']] },
  );
  return (
    <Stack gap="xl">
      <PageHead
        title={need.lines.map(({ dutyCode }) => duties.get(dutyCode)?.label ?? dutyCode).join(', ')}
        says={
          <Group gap="md">
            <NeedStatus need={need} />
            {need.startsOn === null || need.endsOn === null ? null : (
              <span>{t('needs.term', { from: format.day(need.startsOn), to: format.day(need.endsOn) })}</span>
            )}
            {need.hourlyRateCap === null ? null : (
              <span>{t('needs.up-to', { price: format.money(need.hourlyRateCap) })}</span>
            )}
          </Group>
        }
        action={
          need.status === 'posted' && !undo.pending ? (
            <Button
              variant="default"
              onClick={() => undo.begin({ says: t('needs.was-closed'), act: () => close.mutateAsync() })}
            >
              {t('needs.close')}
            </Button>
          ) : undefined
        }
      />
      <ProblemNotice problem={close.error} />
      {need.words === null ? null : <Text fs="italic">“{need.words}”</Text>}
      <Table maw={640}>
        <Table.Tbody>
          {need.lines.map(({ lineId, dutyCode, volume, cadence, asNeeded }) => (
            <Table.Tr key={lineId}>
              <Table.Td>{duties.get(dutyCode)?.label ?? dutyCode}</Table.Td>
              <Table.Td>
                {asNeeded ? t('time.as-needed', { hours: volume }) : `${volume} × ${duties.get(dutyCode)?.unit ?? ''}`}{' '}
                {t(`words.cadence-${cadence}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SuggestionsOfNeed need={need} />
      <section>
        <Title order={2} size="h3" mb="md">
          {t('proposals.title')}
        </Title>
        <ProposalsOfNeed need={need} />
      </section>
      {need.status === 'posted' ? (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('shortlist.title')}
          </Title>
          <Shortlist need={need} />
        </section>
      ) : null}
    </Stack>
  );
}
