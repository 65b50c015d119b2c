import { Badge, Card, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { rosterQuery } from '../roster/roster-queries';
import { type Fit, fitsOf } from './fit';
import { type OpenNeed, openNeedsQuery } from './open-need-queries';

/** What businesses ask for, and the agency may answer. */
export function OpenNeedsPage() {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const needs = useInfiniteQuery(openNeedsQuery);
  const roster = useInfiniteQuery(rosterQuery).data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHead
        title={t('shell.open-needs')}
        says={
          <>
            {t('open-needs.says')}{' '}
            <TextLink underline="always" to="/proposals">
              {t('open-needs.mine')}
            </TextLink>
          </>
        }
      />
      <EndlessList query={needs} rowHeight={132} empty={<EmptyState says={t('open-needs.none')} />}>
        {(need) => (
          <Card withBorder padding="md" mb="sm">
            <Beside aside={need.invited ? <Badge tt="none">{t('open-needs.invited')}</Badge> : null}>
              <TextLink fw={600} to="/open-needs/$needId" params={{ needId: need.id }}>
                {need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ')}
              </TextLink>
              <Text size="sm" lineClamp={2}>
                {need.words}
              </Text>
              <Text size="sm" c="dimmed">
                {need.sector} · {format.country(need.countryCode)}
              </Text>
              {roster === undefined ? null : <Fits need={need} fits={fitsOf(need, roster)} />}
            </Beside>
          </Card>
        )}
      </EndlessList>
    </>
  );
}

function Fits({ need, fits }: { readonly need: OpenNeed; readonly fits: readonly Fit[] }) {
  const t = useText();
  const [best] = fits;
  return (
    <Text size="sm">
      {best === undefined
        ? t('open-needs.fits-nobody')
        : t('open-needs.fits', {
            name: best.assistant.displayName,
            matched: best.duties,
            duties: need.lines.length,
            others: fits.length - 1,
          })}
    </Text>
  );
}
