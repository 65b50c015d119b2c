import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { bankAccountQuery } from './money-queries';

/** Where the agency's money goes; its owners say so. */
export function BankAccount() {
  const t = useText();
  const session = useOwnSession();
  const { organisationId } = session;
  const { data: account } = useSuspenseQuery(bankAccountQuery(organisationId));
  const [holder, setHolder] = useState(account?.holder ?? '');
  const [iban, setIban] = useState(account?.iban ?? '');
  const name = useAct(
    (given: { readonly holder: string; readonly iban: string }) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/bank-account', {
          params: {
            path: { id: organisationId },
            header: account === null ? {} : { 'If-Match': `"${account.version}"` },
          },
          body: given,
        }),
      ),
    { outdates: [['money']] },
  );
  return (
    <Section title={t('money.bank-account')} says={t('money.bank-account-says')}>
      <Stack gap="sm">
        <ProblemNotice problem={name.error} />
        {hasRole(session, 'agency.owner') ? (
          <Group align="flex-end">
            <TextInput label={t('invoices.holder')} maxLength={70} {...typed(holder, setHolder)} />
            <TextInput label={t('invoices.iban')} maxLength={42} {...typed(iban, setIban)} />
            <Button
              disabled={holder.trim() === '' || iban.trim() === ''}
              loading={name.isPending}
              onClick={() => name.mutate({ holder, iban })}
            >
              {t('money.save')}
            </Button>
          </Group>
        ) : (
          <Text>{account === null ? t('money.no-bank-account') : `${account.holder} · ${account.iban}`}</Text>
        )}
      </Stack>
    </Section>
  );
}
