import { Button, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { paymentAccountQuery } from './money-queries';

/** Where the marketplace has a payment service, an agency can be paid there; its owners open the account. */
export function PaymentAccount() {
  const t = useText();
  const session = useOwnSession();
  const id = session.organisationId;
  const { data: account } = useSuspenseQuery(paymentAccountQuery(id));
  const open = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/agencies/{id}/payment-account', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: [['money']], onDone: ({ url }) => window.location.assign(url) },
  );
  if (!account.isOffered) return null;
  return (
    <Section
      title={t('money.payment-account')}
      says={t(account.isReady ? 'money.payment-account-ready' : 'money.payment-account-says')}
    >
      <Stack gap="sm" align="flex-start">
        <ProblemNotice problem={open.error} />
        {account.isReady || !hasRole(session, 'agency.owner') ? null : (
          <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
            {t(account.isOpen ? 'money.payment-account-continue' : 'money.payment-account-open')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
