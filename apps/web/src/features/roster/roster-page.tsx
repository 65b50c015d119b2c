import { Card, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { ButtonLink, TextLink } from '../../parts/links';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { ListingStatus } from './listing-status';
import { ListingSteps } from './listing-steps';
import { RosterImport } from './roster-import';
import { rosterQuery } from './roster-queries';

/** The agency's assistants, whatever their state; a spreadsheet adds and changes many at once. */
export function RosterPage() {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const roster = useInfiniteQuery(rosterQuery);
  const edits = hasRole(useOwnSession(), 'agency.owner', 'agency.coordinator');
  return (
    <Stack gap="lg">
      <PageHead
        title={t('shell.roster')}
        says={t('roster.says')}
        action={edits ? <ButtonLink to="/roster/new">{t('listing.new')}</ButtonLink> : undefined}
      />
      {edits ? <RosterImport /> : null}
      <EndlessList query={roster} rowHeight={112} empty={<EmptyState says={t('roster.none')} />}>
        {(assistant) => (
          <Card withBorder padding="md" mb="sm">
            <Beside
              aside={
                <Stack gap="xs" align="flex-end">
                  <ListingStatus status={assistant.status} />
                  {edits ? <ListingSteps assistant={assistant} /> : null}
                </Stack>
              }
            >
              <TextLink fw={600} to="/roster/$assistantId" params={{ assistantId: assistant.id }}>
                {assistant.displayName}
              </TextLink>
              <Text size="sm">
                {assistant.professionalTitle} · {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
              </Text>
              <Text size="sm" c="dimmed" lineClamp={1}>
                {assistant.dutyCodes.map(label).join(' · ')}
              </Text>
            </Beside>
          </Card>
        )}
      </EndlessList>
    </Stack>
  );
}
