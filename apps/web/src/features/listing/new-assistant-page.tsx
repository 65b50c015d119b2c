import { Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { readersZone } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Listing, outdatedByListing } from './listing-queries';
import { ProfileFields } from './profile-form';

const workingWeek = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' }));

/** A new one in the agency's books, who isn't listed until her hours and her workplace are right. */
export function NewAssistantPage() {
  const t = useText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Listing>({
    displayName: '',
    professionalTitle: '',
    countryCode: 'ES',
    timeZone: readersZone,
    weeklyHours: workingWeek,
    daysOff: [],
    weeklyCapacityMinutes: 20 * 60,
    skills: [],
    dutyCodes: [],
    languages: [],
    hourlyRate: { amountMinor: 0, currency: 'EUR' },
    instantBooking: false,
    externalRef: null,
  });
  const create = useAct(
    (given: Listing, key) =>
      client.body(client.api.POST('/v1/assistants', { params: { header: { 'Idempotency-Key': key } }, body: given })),
    {
      outdates: outdatedByListing,
      onDone: ({ id }) =>
        navigate({ to: '/roster/$assistantId', params: { assistantId: id }, search: { part: 'hours' } }),
    },
  );
  const complete =
    draft.displayName.trim() !== '' && draft.professionalTitle.trim() !== '' && draft.hourlyRate.amountMinor > 0;
  return (
    <Stack gap="xl" maw={760}>
      <PageHead title={t('listing.new')} says={t('listing.new-says')} />
      <ProfileFields draft={draft} problem={create.error} onChange={setDraft} />
      <ProblemNotice problem={create.error} />
      <Group>
        <Button disabled={!complete} loading={create.isPending} onClick={() => create.mutate(draft)}>
          {t('listing.create')}
        </Button>
      </Group>
    </Stack>
  );
}
