import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import type { Agency } from './agency-queries';

type Given = components['schemas']['SuspendAgencyDto'];
type Code = NonNullable<Given['code']>;

const codes: readonly Code[] = ['papers', 'complaints', 'conduct', 'unlawful', 'asked', 'other'];

/** Takes an agency out of the marketplace, until it is let back in. */
export function Suspension({ agency }: { readonly agency: Agency }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<Code>('papers');
  const [reason, setReason] = useState('');
  const suspend = useAct(
    (given: Given) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/suspension', {
          params: { path: { id: agency.id }, header: { 'If-Match': `"${agency.version}"` } },
          body: given,
        }),
      ),
    { outdates: [['agencies']] },
  );
  if (!open) {
    return (
      <Group mt="sm">
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
          {t('administration.suspend')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm" mt="sm">
      <Text size="sm" c="dimmed">
        {t('administration.suspend-says')}
      </Text>
      <ProblemNotice problem={suspend.error} />
      <Group align="flex-end">
        <NativeSelect
          label={t('administration.suspend-kind')}
          value={code}
          data={codes.map((each) => ({ value: each, label: t(`administration.kind-${each}`) }))}
          onChange={(event) => setCode(event.currentTarget.value as Code)}
        />
        <TextInput
          label={t('administration.suspend-why')}
          maxLength={500}
          flex={1}
          miw={200}
          {...typed(reason, setReason)}
        />
        <Button
          color="red"
          variant="light"
          disabled={reason.trim() === ''}
          loading={suspend.isPending}
          onClick={() => suspend.mutate({ code, reason })}
        >
          {t('administration.suspend')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('administration.leave-it')}
        </Button>
      </Group>
    </Stack>
  );
}
