import { Badge, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { WeekTable } from '../../parts/week-table';
import { useText } from '../../texts/use-text';
import { useDuties, useSkills } from '../catalogue/use-catalogue';
import { ButtonLink, TextLink } from '../../parts/links';
import { AgencyRecord } from '../response-time/agency-record';
import { ReviewRecord } from '../reviews/review-record';
import { AgencySuggestions } from '../suggestions/agency-suggestions';

const route = getRouteApi('/assistants/$assistantId');

/** What anybody may know of somebody who can be found. */
export function ProfilePage() {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const skills = useSkills();
  const { assistantId } = route.useParams();
  const { data: assistant } = useSuspenseQuery({
    queryKey: ['published', assistantId],
    queryFn: () =>
      client.body(client.api.GET('/v1/assistants/published/{id}', { params: { path: { id: assistantId } } })),
  });
  return (
    <Stack gap="xl">
      <PageHead
        title={assistant.displayName}
        says={
          <>
            {assistant.professionalTitle} ·{' '}
            <TextLink underline="always" to="/agencies/$agencyId" params={{ agencyId: assistant.agencyId }}>
              {assistant.agencyName}
            </TextLink>{' '}
            · {format.country(assistant.countryCode)}
          </>
        }
        action={<ButtonLink to="/">{t('directory.ask-for-help')}</ButtonLink>}
      />
      <Group gap="xl">
        <Text fw={600} size="xl">
          {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
        </Text>
        <Text>{t('directory.capacity', { time: format.minutes(assistant.weeklyCapacityMinutes) })}</Text>
        {assistant.instantBooking ? <Badge tt="none">{t('directory.at-once')}</Badge> : null}
      </Group>
      <AgencyRecord agencyId={assistant.agencyId} />
      <AgencySuggestions agencyId={assistant.agencyId} />
      <ReviewRecord assistantId={assistant.id} />
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('directory.does')}
        </Title>
        <List>
          {assistant.dutyCodes.map((code) => (
            <List.Item key={code}>{duties.get(code)?.label ?? code}</List.Item>
          ))}
        </List>
      </section>
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('directory.knows')}
        </Title>
        <Table withRowBorders={false} w="auto">
          <Table.Tbody>
            {assistant.skills.map(({ skillCode, level }) => (
              <Table.Tr key={skillCode}>
                <Table.Td>{skills.get(skillCode)?.label ?? skillCode}</Table.Td>
                <Table.Td>{t('directory.level', { level })}</Table.Td>
              </Table.Tr>
            ))}
            {assistant.languages.map(({ language, level }) => (
              <Table.Tr key={language}>
                <Table.Td>{format.language(language)}</Table.Td>
                <Table.Td>{level}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('directory.hours')}
        </Title>
        <WeekTable hours={assistant.weeklyHours} zone={assistant.timeZone} />
      </section>
    </Stack>
  );
}
