import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';

type Business = components['schemas']['BusinessDto'];
type Changes = components['schemas']['UpdateBusinessDto'];

/** What is typed, each as text; empty is what isn't said. */
interface Typed {
  readonly name: string;
  readonly sector: string;
  readonly contactEmail: string;
  readonly timeZone: string;
  readonly legalName: string;
  readonly registrationNumber: string;
  readonly vatId: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
}

const typedOf = ({ address, legalName, registrationNumber, vatId, ...business }: Business): Typed => ({
  name: business.name,
  sector: business.sector,
  contactEmail: business.contactEmail,
  timeZone: business.timeZone,
  legalName: legalName ?? '',
  registrationNumber: registrationNumber ?? '',
  vatId: vatId ?? '',
  street: address?.street ?? '',
  postalCode: address?.postalCode ?? '',
  city: address?.city ?? '',
  region: address?.region ?? '',
});

/** What differs from what is kept; an address goes as a whole. */
function changesOf(before: Typed, after: Typed): Changes {
  const single = (['name', 'sector', 'contactEmail', 'timeZone', 'legalName', 'registrationNumber', 'vatId'] as const)
    .filter((field) => after[field].trim() !== before[field] && after[field].trim() !== '')
    .map((field) => [field, after[field].trim()]);
  const parts = ['street', 'postalCode', 'city', 'region'] as const;
  const address = Object.fromEntries(
    parts.filter((part) => after[part].trim() !== '').map((part) => [part, after[part].trim()]),
  );
  const moved = parts.some((part) => after[part].trim() !== before[part]);
  return { ...Object.fromEntries(single), ...(moved ? { address: address as NonNullable<Changes['address']> } : {}) };
}

const vatMeanings: Readonly<Record<components['schemas']['VatCheckResult'], Meaning>> = {
  valid: 'good',
  invalid: 'at-risk',
  unavailable: 'waits-for-them',
  unchecked: 'waits-for-them',
};

/** Who the business is: to agencies, on agreements and on invoices. */
export function BusinessSettingsPage() {
  const t = useText();
  const format = useFormat();
  const { organisationId } = useOwnSession();
  const fieldProblems = useFieldProblems();
  const { data } = useSuspenseQuery({
    queryKey: ['business', organisationId],
    queryFn: () => client.answer(client.api.GET('/v1/businesses/{id}', { params: { path: { id: organisationId } } })),
  });
  const kept = typedOf(data.body);
  const save = useAct(
    (changes: Changes) =>
      client.body(
        client.api.PATCH('/v1/businesses/{id}', {
          params: { path: { id: organisationId }, header: { 'If-Match': data.etag! } },
          body: changes,
        }),
      ),
    {
      outdates: [['business'], ['session']],
      onDone: (business): void => settle(typedOf(business)),
    },
  );
  const {
    draft: typed,
    setDraft: setTyped,
    meanwhile,
    settle,
  } = useMergedDraft(kept, save.isPending, (name, before, now) => ({ what: t(`settings.${name}`), before, now }));
  const wrong = fieldProblems(save.error);
  const field = (name: keyof Typed, at: string = name) => ({
    label: t(`settings.${name}`),
    value: typed[name],
    error: wrong[at],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const changes = changesOf(kept, typed);
  const check = data.body.vatCheck;
  return (
    <Stack gap="xl" maw={640}>
      <PageHead
        title={t('settings.title')}
        says={t('settings.says')}
        action={
          <Button
            disabled={Object.keys(changes).length === 0}
            loading={save.isPending}
            onClick={() => save.mutate(changes)}
          >
            {t('settings.save')}
          </Button>
        }
      />
      <ProblemNotice problem={save.error} />
      <ChangedMeanwhile fields={meanwhile} />
      <Section title={t('settings.shown')}>
        <Stack gap="md">
          <TextInput {...field('name')} maxLength={160} />
          <TextInput {...field('sector')} maxLength={80} />
          <TextInput {...field('contactEmail')} type="email" maxLength={254} />
          <TextInput {...field('timeZone')} list="zones" description={t('settings.zone-says')} />
          <datalist id="zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </Stack>
      </Section>
      <Section title={t('settings.legal')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('settings.legal-says')}
          </Text>
          <TextInput {...field('legalName')} maxLength={200} />
          <TextInput {...field('registrationNumber')} maxLength={60} />
          <Group align="flex-end">
            <TextInput {...field('vatId')} maxLength={30} flex={1} />
          </Group>
          {check === null ? null : (
            <Group gap="sm">
              <StatusWord meaning={vatMeanings[check.result]} word={t(`settings.vat-${check.result}`)} />
              <Text size="sm" c="dimmed">
                {format.moment(check.checkedAt)}
              </Text>
            </Group>
          )}
        </Stack>
      </Section>
      <Section title={t('settings.address')}>
        <Stack gap="md">
          <TextInput {...field('street', 'address.street')} maxLength={200} autoComplete="street-address" />
          <Group grow align="flex-start">
            <TextInput {...field('postalCode', 'address.postalCode')} maxLength={20} autoComplete="postal-code" />
            <TextInput {...field('city', 'address.city')} maxLength={100} />
          </Group>
          <TextInput {...field('region', 'address.region')} maxLength={100} />
          <Text size="sm" c="dimmed">
            {t('settings.country', { country: format.country(data.body.countryCode) })}
          </Text>
        </Stack>
      </Section>
    </Stack>
  );
}
