import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AbsenceLine } from './absence-line';
import { absencesQuery } from './absence-queries';
import { ReportAbsence } from './report-absence';

/** When somebody can't: holidays, sick calls, and what clients said. */
export function AbsencesPage() {
  const t = useText();
  const session = useOwnSession();
  const absences = useInfiniteQuery(absencesQuery);
  const herself = !hasRole(session, 'agency.owner', 'agency.coordinator');
  return (
    <Stack gap="xl" maw={820}>
      <PageHead title={t('absences.title')} says={t(herself ? 'absences.says-assistant' : 'absences.says-agency')} />
      <ReportAbsence />
      <Section title={t('absences.known')}>
        <EndlessList query={absences} rowHeight={96} empty={<EmptyState says={t('absences.none')} />}>
          {(absence) => <AbsenceLine absence={absence} named={!herself} />}
        </EndlessList>
      </Section>
    </Stack>
  );
}
