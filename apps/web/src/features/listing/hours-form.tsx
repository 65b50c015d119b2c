import { Fieldset, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { typedNumber } from '../../format/typed-number';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { ProblemNotice } from '../../parts/problem-notice';
import { WeekPainter } from '../../parts/week-painter';
import { WeekTable } from '../../parts/week-table';
import { Section } from '../../parts/section';
import { zoneInFull } from '../../parts/zones';
import { useText } from '../../texts/use-text';
import { DaysOffField } from './days-off-field';
import { type Availability, availabilityOf } from './listing-queries';
import { SaveListing } from './save-listing';
import { type ListingInHand, useListingDraft } from './use-listing-draft';

const zones = Intl.supportedValuesOf('timeZone');

/** When an assistant works: a week that comes back, days off, and how much of it can be booked. */
export function HoursForm({ assistant, etag, readOnly }: ListingInHand) {
  const t = useText();
  const { draft, setDraft, meanwhile, save } = useListingDraft(assistant, availabilityOf, (body) =>
    client.body(
      client.api.PUT('/v1/assistants/{id}/availability', {
        params: { path: { id: assistant.id }, header: { 'If-Match': etag } },
        body,
      }),
    ),
  );
  const wrong = useFieldProblems()(save.error);
  const change = (part: Partial<Availability>): void => setDraft({ ...draft, ...part });
  return (
    <Fieldset variant="unstyled" disabled={readOnly}>
      <Stack gap="xl" maw={760}>
        <Section title={t('listing.week')}>
          {readOnly ? (
            <WeekTable hours={draft.weeklyHours} />
          ) : (
            <WeekPainter
              hours={draft.weeklyHours}
              zone={draft.timeZone}
              onChange={(weeklyHours) => change({ weeklyHours })}
            />
          )}
        </Section>
        <Group align="flex-start">
          <Select
            label={t('listing.zone')}
            searchable
            allowDeselect={false}
            limit={60}
            w={260}
            value={draft.timeZone}
            error={wrong['timeZone']}
            data={[...new Set([draft.timeZone, ...zones])].map((zone) => ({ value: zone, label: zoneInFull(zone) }))}
            onChange={(timeZone) => change({ timeZone: timeZone ?? draft.timeZone })}
          />
          <NumberInput
            label={t('listing.capacity')}
            suffix=" h"
            min={0}
            max={168}
            step={1}
            w={260}
            value={draft.weeklyCapacityMinutes / 60}
            error={wrong['weeklyCapacityMinutes']}
            onChange={(hours) => {
              const typed = typedNumber(hours);
              if (typed !== null) change({ weeklyCapacityMinutes: Math.round(typed * 60) });
            }}
          />
        </Group>
        <Section title={t('listing.days-off')}>
          <DaysOffField ranges={draft.daysOff} onChange={(daysOff) => change({ daysOff })} />
        </Section>
        {readOnly ? null : (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('listing.hours-say')}
            </Text>
            <ProblemNotice problem={save.error} />
            <ChangedMeanwhile fields={meanwhile} />
            <SaveListing act={save} onSave={() => save.mutate(draft)} />
          </Stack>
        )}
      </Stack>
    </Fieldset>
  );
}
