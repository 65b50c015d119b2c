import { Button, Fieldset, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { WeekPainter } from '../../parts/week-painter';
import { WeekTable } from '../../parts/week-table';
import { Section } from '../../parts/section';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';
import { changedListing } from './changed-listing';
import { DaysOffField } from './days-off-field';
import { type Assistant, type Availability, availabilityOf, outdatedByListing } from './listing-queries';

const zones = Intl.supportedValuesOf('timeZone');

/** When an assistant works: a week that comes back, days off, and how much of it can be booked. */
export function HoursForm({
  assistant,
  etag,
  readOnly,
}: {
  readonly assistant: Assistant;
  readonly etag: string;
  readonly readOnly: boolean;
}) {
  const t = useText();
  const save = useAct(
    (given: Availability) =>
      client.body(
        client.api.PUT('/v1/assistants/{id}/availability', {
          params: { path: { id: assistant.id }, header: { 'If-Match': etag } },
          body: given,
        }),
      ),
    { outdates: outdatedByListing, onDone: (saved): void => settle(availabilityOf(saved)) },
  );
  const { draft, setDraft, meanwhile, settle } = useMergedDraft(
    availabilityOf(assistant),
    save.isPending,
    (field, before, now) => changedListing(field, before, now, t),
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
            data={[...new Set([draft.timeZone, ...zones])]}
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
            <Group>
              <Button loading={save.isPending} onClick={() => save.mutate(draft)}>
                {t('listing.save')}
              </Button>
              <Saved act={save} />
            </Group>
          </Stack>
        )}
      </Stack>
    </Fieldset>
  );
}
