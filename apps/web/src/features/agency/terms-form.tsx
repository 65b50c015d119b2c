import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';
import type { Agency, StandingTerms } from './agency-queries';

/** Each term as somebody types it: in which unit, how many of the API's that is, and the most. */
const fields = [
  { name: 'responseTargetMinutes', unit: 'h', per: 60, most: 168 },
  { name: 'freeCancellationHours', unit: 'h', per: 1, most: 720 },
  { name: 'lateFeeBps', unit: '%', per: 100, most: 100 },
  { name: 'silenceAcceptsAfterHours', unit: 'h', per: 1, most: 720 },
  { name: 'mostMinutesPerWeek', unit: 'h', per: 60, most: 168 },
  { name: 'leastNoticeHours', unit: 'h', per: 1, most: 720 },
] as const;

/** What binds the agency where somebody books at once, without asking it. */
export function TermsForm({ agency, etag }: { readonly agency: Agency; readonly etag: string }) {
  const t = useText();
  const format = useFormat();
  const save = useAct(
    (given: StandingTerms) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/standing-terms', {
          params: { path: { id: agency.id }, header: { 'If-Match': etag } },
          body: given,
        }),
      ),
    { outdates: [['agencies']], onDone: (saved): void => settle(saved.standingTerms) },
  );
  const {
    draft: terms,
    setDraft: setTerms,
    meanwhile,
    settle,
  } = useMergedDraft<StandingTerms>(agency.standingTerms, save.isPending, (name, before, now) => {
    const { unit, per } = fields.find((field) => field.name === name)!;
    const said = (value: number): string => `${format.number(value / per)} ${unit}`;
    return { what: t(`agency.${name}`), before: said(before), now: said(now) };
  });
  const wrong = useFieldProblems()(save.error);
  return (
    <Stack gap="lg">
      <Text aria-live="polite">
        {t('agency.terms-say', {
          answer: format.minutes(terms.responseTargetMinutes),
          free: format.minutes(60 * terms.freeCancellationHours),
          fee: format.share(terms.lateFeeBps / 10_000),
          silence: format.minutes(60 * terms.silenceAcceptsAfterHours),
          week: format.minutes(terms.mostMinutesPerWeek),
          notice: terms.leastNoticeHours,
        })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {fields.map(({ name, unit, per, most }) => (
          <NumberInput
            key={name}
            label={t(`agency.${name}`)}
            suffix={` ${unit}`}
            min={0}
            max={most}
            decimalScale={per === 1 ? 0 : 2}
            value={terms[name] / per}
            error={wrong[name]}
            onChange={(value) => {
              const typed = typedNumber(value);
              if (typed !== null) setTerms({ ...terms, [name]: Math.round(typed * per) });
            }}
          />
        ))}
      </SimpleGrid>
      <ProblemNotice problem={save.error} />
      <ChangedMeanwhile fields={meanwhile} />
      <Group>
        <Button loading={save.isPending} onClick={() => save.mutate(terms)}>
          {t('listing.save')}
        </Button>
        <Saved act={save} />
      </Group>
    </Stack>
  );
}
