import { Card, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { NeedStatus } from './need-status';
import { needsQuery } from './need-queries';
import { ButtonLink, TextLink } from '../../parts/links';

/** What the business asked for, and how far each has come. */
export function NeedsPage() {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const needs = useInfiniteQuery(needsQuery);
  const begin = <ButtonLink to="/needs/new">{t('needs.new')}</ButtonLink>;
  return (
    <>
      <PageHead title={t('shell.needs')} action={begin} />
      <EndlessList query={needs} rowHeight={96} empty={<EmptyState says={t('needs.none')} action={begin} />}>
        {(need) => (
          <Card withBorder padding="md" mb="sm">
            <Beside aside={<NeedStatus need={need} />}>
              <TextLink fw={600} to="/needs/$needId" params={{ needId: need.id }}>
                {need.lines.length === 0
                  ? t('needs.unnamed')
                  : need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ')}
              </TextLink>
              <Text size="sm" c="dimmed" lineClamp={1}>
                {need.words}
              </Text>
              {need.startsOn === null ? null : (
                <Text size="sm">{t('needs.from', { day: format.day(need.startsOn) })}</Text>
              )}
            </Beside>
          </Card>
        )}
      </EndlessList>
    </>
  );
}
