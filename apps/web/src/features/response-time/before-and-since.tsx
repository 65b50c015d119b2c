import { Button, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { Bars } from './bars';
import { changeWords } from './change-words';
import type { ResponseReport } from './response-queries';

type Figures = ResponseReport['since'] | ResponseReport['baseline'];

/** The figure in a sentence, what chance leaves of it, and a picture of before and since. */
export function BeforeAndSince({
  report,
  canFreeze,
}: {
  readonly report: ResponseReport;
  readonly canFreeze: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const { baseline, since, change } = report;
  const told = ({ medianMinutes, p90Minutes }: Figures) => ({
    time: format.minutes(medianMinutes ?? 0),
    most: format.minutes(p90Minutes ?? 0),
  });
  return (
    <Stack gap="md" component="section" aria-label={t('response-time.before-and-since')}>
      <Text size="xl">
        {since.medianMinutes === null
          ? t('response-time.too-few-since', { count: since.enquiries })
          : t('response-time.now', told(since))}
      </Text>
      <Text>
        {baseline.medianMinutes === null
          ? t('response-time.too-few-before', { count: baseline.enquiries })
          : t('response-time.before', told(baseline))}{' '}
        {change === null ? null : changeWords(change.median, format, t)}
      </Text>
      <BeforeAndSincePicture report={report} />
      <Text size="sm" c="dimmed">
        {t('response-time.left-out', {
          waiting: since.waiting,
          unanswered: since.unanswered,
          automatic: since.automatic,
          reopened: since.reopened,
        })}
      </Text>
      {report.isBeingMeasured ? <Text size="sm">{t('response-time.being-measured')}</Text> : null}
      <Frozen report={report} canFreeze={canFreeze} />
    </Stack>
  );
}

/** Both beside each other. */
export function BeforeAndSincePicture({ report: { baseline, since } }: { readonly report: ResponseReport }) {
  const t = useText();
  return (
    <Bars
      rows={[
        { label: t('response-time.row-before'), figures: baseline, quiet: true },
        { label: t('response-time.row-since'), figures: since, quiet: false },
      ]}
    />
  );
}

function Frozen({ report, canFreeze }: { readonly report: ResponseReport; readonly canFreeze: boolean }) {
  const t = useText();
  const format = useFormat();
  const { baseline, engagementId } = report;
  const freeze = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/response-time/baseline', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: [['response-time', engagementId]] },
  );
  if (baseline.frozenAt !== null) {
    const day = format.dayOf(baseline.frozenAt);
    return (
      <Text size="sm" c="dimmed">
        {t('response-time.frozen', { day, count: baseline.enquiries })}
      </Text>
    );
  }
  if (!canFreeze || baseline.medianMinutes === null) return null;
  return (
    <>
      <ProblemNotice problem={freeze.error} />
      <Group gap="md">
        <Button variant="default" loading={freeze.isPending} onClick={() => freeze.mutate()}>
          {t('response-time.freeze')}
        </Button>
        <Text size="sm" c="dimmed" maw={480}>
          {t('response-time.freeze-says')}
        </Text>
      </Group>
    </>
  );
}
