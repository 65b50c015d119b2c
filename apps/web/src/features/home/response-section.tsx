import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { BeforeAndSincePicture } from '../response-time/before-and-since';
import { responseReportQuery } from '../response-time/response-queries';
import { engagementsQuery } from '../work/work-queries';

/** How fast customers are answered before and since, of the engagement that began last; nothing while nothing is known. */
export function ResponseSection() {
  const t = useText();
  const format = useFormat();
  const active = (useQuery(engagementsQuery).data ?? []).filter(({ status }) => status === 'active');
  const [latest] = active.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  const { data: report } = useQuery({ ...responseReportQuery(latest?.id ?? ''), enabled: latest !== undefined });
  if (report === undefined || (report.baseline.medianMinutes === null && report.since.medianMinutes === null)) {
    return null;
  }
  const { medianMinutes, p90Minutes, enquiries } = report.since;
  return (
    <Section
      title={t('response-time.title')}
      aside={
        <TextLink size="sm" to="/response-time">
          {t('home.all-figures')}
        </TextLink>
      }
    >
      <Stack gap="sm">
        <Text>
          {medianMinutes === null
            ? t('response-time.too-few-since', { count: enquiries })
            : t('response-time.now', { time: format.minutes(medianMinutes), most: format.minutes(p90Minutes ?? 0) })}
        </Text>
        <BeforeAndSincePicture report={report} />
      </Stack>
    </Section>
  );
}
