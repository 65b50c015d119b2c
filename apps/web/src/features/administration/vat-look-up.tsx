import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import type { Business } from './business-queries';

/** Notes what a register said of a VAT id, having looked it up there; taxes of later agreements go by it. */
export function VatLookUp({ business, vatId }: { readonly business: Business; readonly vatId: string }) {
  const t = useText();
  const [reference, setReference] = useState('');
  const said = reference.trim();
  const note = useAct(
    (result: 'valid' | 'invalid') =>
      client.body(
        client.api.PUT('/v1/businesses/{id}/vat-check', {
          params: { path: { id: business.id }, header: { 'If-Match': `"${business.version}"` } },
          body: { vatId, result, ...(said === '' ? {} : { reference: said }) },
        }),
      ),
    { outdates: [['businesses']] },
  );
  return (
    <Stack gap="xs" mt="sm">
      <ProblemNotice problem={note.error} />
      <Group align="flex-end">
        <TextInput
          label={t('administration.vat-reference')}
          maxLength={100}
          miw={200}
          {...typed(reference, setReference)}
        />
        {(['valid', 'invalid'] as const).map((result) => (
          <Button
            key={result}
            variant="default"
            loading={note.isPending && note.variables === result}
            disabled={note.isPending}
            onClick={() => note.mutate(result)}
          >
            {t(`settings.vat-${result}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
