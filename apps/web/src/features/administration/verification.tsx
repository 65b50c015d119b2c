import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import type { Agency } from './agency-queries';

/** Lets an agency in, or a suspended one back in; what was looked at is kept. */
export function Verification({ agency }: { readonly agency: Agency }) {
  const t = useText();
  const [note, setNote] = useState('');
  const verify = useAct(
    (given: string) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/verification', {
          params: { path: { id: agency.id }, header: { 'If-Match': `"${agency.version}"` } },
          body: { note: given },
        }),
      ),
    { outdates: [['agencies']] },
  );
  return (
    <Stack gap="xs" mt="sm">
      <ProblemNotice problem={verify.error} />
      <Group align="flex-end">
        <TextInput
          label={t('administration.seen')}
          maxLength={500}
          flex={1}
          miw={200}
          maw={420}
          {...typed(note, setNote)}
        />
        <Button disabled={note.trim() === ''} loading={verify.isPending} onClick={() => verify.mutate(note)}>
          {t(agency.status === 'suspended' ? 'administration.reinstate' : 'administration.verify')}
        </Button>
      </Group>
    </Stack>
  );
}
