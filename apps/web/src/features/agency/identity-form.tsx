import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';
import type { Agency } from './agency-queries';

type Changes = components['schemas']['UpdateAgencyDto'];

interface Draft {
  readonly name: string;
  readonly legalName: string;
  readonly vatId: string;
  readonly registrationNumber: string;
  readonly contactEmail: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
}

const draftOf = ({ name, legalName, vatId, registrationNumber, contactEmail, address }: Agency): Draft => ({
  name,
  legalName: legalName ?? '',
  vatId: vatId ?? '',
  registrationNumber: registrationNumber ?? '',
  contactEmail,
  street: address?.street ?? '',
  postalCode: address?.postalCode ?? '',
  city: address?.city ?? '',
  region: address?.region ?? '',
});

/** What was said anew; what stands empty is left as it was. */
function changesOf(draft: Draft, agency: Agency): Changes {
  const before = draftOf(agency);
  const said = (name: keyof Draft): boolean => draft[name].trim() !== '' && draft[name] !== before[name];
  const { street, city, postalCode, region } = draft;
  const moved = (['street', 'city', 'postalCode', 'region'] as const).some((name) => draft[name] !== before[name]);
  return {
    ...(said('name') && { name: draft.name }),
    ...(said('legalName') && { legalName: draft.legalName }),
    ...(said('vatId') && { vatId: draft.vatId }),
    ...(said('registrationNumber') && { registrationNumber: draft.registrationNumber }),
    ...(said('contactEmail') && { contactEmail: draft.contactEmail }),
    ...(moved && { address: { street, city, postalCode: postalCode || null, region: region || null } }),
  };
}

const fields = [
  ['name', 160],
  ['legalName', 200],
  ['vatId', 30],
  ['registrationNumber', 60],
  ['contactEmail', 254],
] as const;
const addressFields = [
  ['street', 200],
  ['postalCode', 20],
  ['city', 100],
  ['region', 100],
] as const;

/** As agreements and invoices name the agency from now on; those that are there keep what they say. */
export function IdentityForm({ agency, etag }: { readonly agency: Agency; readonly etag: string }) {
  const t = useText();
  const format = useFormat();
  const save = useAct(
    (given: Changes) =>
      client.body(
        client.api.PATCH('/v1/agencies/{id}', {
          params: { path: { id: agency.id }, header: { 'If-Match': etag } },
          body: given,
        }),
      ),
    { outdates: [['agencies'], ['session']], onDone: (saved): void => settle(draftOf(saved)) },
  );
  const { draft, setDraft, meanwhile, settle } = useMergedDraft(
    draftOf(agency),
    save.isPending,
    (name, before, now) => ({
      what: t(`agency.${name}`),
      before,
      now,
    }),
  );
  const wrong = useFieldProblems()(save.error);
  const field = (name: keyof Draft, maxLength: number, at: string) => (
    <TextInput
      key={name}
      label={t(`agency.${name}`)}
      maxLength={maxLength}
      value={draft[name]}
      error={wrong[at]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('agency.identity-says', { country: format.country(agency.countryCode) })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {fields.map(([name, maxLength]) => field(name, maxLength, name))}
        {addressFields.map(([name, maxLength]) => field(name, maxLength, `address.${name}`))}
      </SimpleGrid>
      <ProblemNotice problem={save.error} />
      <ChangedMeanwhile fields={meanwhile} />
      <Group>
        <Button
          loading={save.isPending}
          disabled={Object.keys(changesOf(draft, agency)).length === 0}
          onClick={() => save.mutate(changesOf(draft, agency))}
        >
          {t('listing.save')}
        </Button>
        <Saved act={save} />
      </Group>
    </Stack>
  );
}
