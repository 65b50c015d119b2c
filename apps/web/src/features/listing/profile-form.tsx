import { Fieldset, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { countriesIn } from '../../format/countries';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { typedNumber } from '../../format/typed-number';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import type { FieldsOf } from '../../parts/fields-of';
import { ProblemNotice } from '../../parts/problem-notice';
import { textFields } from '../../parts/text-fields';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { DutiesField } from './duties-field';
import { LanguagesField } from './languages-field';
import { type Listing, listingOf } from './listing-queries';
import { SaveListing } from './save-listing';
import { SkillsField } from './skills-field';
import { type ListingInHand, useListingDraft } from './use-listing-draft';

const currencies = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'MXN', 'COP', 'ARS', 'PHP', 'INR', 'NGN', 'ZAR', 'JPY']; // prettier-ignore

/** What businesses are shown of an assistant, whom there is already. */
export function ProfileForm({ assistant, etag, readOnly }: ListingInHand) {
  const { draft, setDraft, meanwhile, save } = useListingDraft(assistant, listingOf, (body) =>
    client.body(
      client.api.PUT('/v1/assistants/{id}', {
        params: { path: { id: assistant.id }, header: { 'If-Match': etag } },
        body,
      }),
    ),
  );
  return (
    <Fieldset variant="unstyled" disabled={readOnly}>
      <Stack gap="xl" maw={760}>
        <ProfileFields draft={draft} problem={save.error} onChange={setDraft} />
        <ProblemNotice problem={save.error} />
        <ChangedMeanwhile fields={meanwhile} />
        {readOnly ? null : <SaveListing act={save} onSave={() => save.mutate(draft)} />}
      </Stack>
    </Fieldset>
  );
}

export function ProfileFields({ draft, problem, onChange }: FieldsOf<Listing>) {
  const t = useText();
  const { locale } = useIntl();
  const wrong = useFieldProblems()(problem);
  const field = textFields(draft, onChange, wrong);
  const change = (part: Partial<Listing>): void => onChange({ ...draft, ...part });
  const { currency } = draft.hourlyRate;
  return (
    <>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          {...field('displayName')}
          label={t('listing.name')}
          description={t('listing.name-says')}
          required
          maxLength={120}
          miw={240}
        />
        <TextInput
          {...field('professionalTitle')}
          label={t('listing.title')}
          description={t('listing.title-says')}
          required
          maxLength={80}
          miw={240}
        />
      </Group>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label={t('listing.country')}
          description={t('listing.country-says')}
          required
          searchable
          allowDeselect={false}
          miw={240}
          value={draft.countryCode}
          error={wrong['countryCode']}
          data={countriesIn(locale)}
          onChange={(countryCode) => change({ countryCode: countryCode ?? draft.countryCode })}
        />
        <TextInput
          label={t('listing.ref')}
          description={t('listing.ref-says')}
          maxLength={60}
          miw={240}
          error={wrong['externalRef']}
          {...typed(draft.externalRef ?? '', (externalRef) => change({ externalRef: externalRef || null }))}
        />
      </Group>
      <Group align="flex-end">
        <NumberInput
          label={t('listing.rate')}
          required
          min={0.01}
          decimalScale={2}
          fixedDecimalScale
          w={160}
          value={draft.hourlyRate.amountMinor === 0 ? '' : majorUnits(draft.hourlyRate)}
          error={wrong['hourlyRate.amountMinor']}
          onChange={(rate) => change({ hourlyRate: moneyOf(typedNumber(rate) ?? 0, currency) })}
        />
        <Select
          label={t('listing.currency')}
          allowDeselect={false}
          w={120}
          value={currency}
          data={[...new Set([currency, ...currencies])]}
          onChange={(next) => change({ hourlyRate: moneyOf(majorUnits(draft.hourlyRate), next ?? currency) })}
        />
      </Group>
      <Switch
        label={t('listing.instant')}
        description={t('listing.instant-says')}
        checked={draft.instantBooking}
        onChange={(event) => change({ instantBooking: event.currentTarget.checked })}
      />
      <DutiesField
        codes={draft.dutyCodes}
        problem={wrongWithin(wrong, 'dutyCodes')}
        onChange={(dutyCodes) => change({ dutyCodes })}
      />
      <LanguagesField
        languages={draft.languages}
        problem={wrongWithin(wrong, 'languages')}
        onChange={(languages) => change({ languages })}
      />
      <SkillsField
        skills={draft.skills}
        problem={wrongWithin(wrong, 'skills')}
        onChange={(skills) => change({ skills })}
      />
    </>
  );
}

/** What is wrong with a field or with any part of it. */
const wrongWithin = (wrong: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(wrong).find(([at]) => at === name || at.startsWith(`${name}.`))?.[1];
