import { Button, Stack, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

type Wanted = components['schemas']['StartCardPaymentDto'];

/** Leads to the payment service, for owners. What comes of it shows here once the service has said so, wherever the reader is by then. */
export function PayByCard({ wanted }: { readonly wanted: Wanted | null }) {
  const t = useText();
  const session = useOwnSession();
  const begin = useAct(
    (body: Wanted, key) =>
      client.body(client.api.POST('/v1/card-payments', { params: { header: { 'Idempotency-Key': key } }, body })),
    { onDone: ({ url }) => (url === null ? undefined : window.location.assign(url)) },
  );
  if (!hasRole(session, 'business.owner')) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        disabled={wanted === null}
        loading={begin.isPending}
        onClick={() => wanted !== null && begin.mutate(wanted)}
      >
        {t('money.pay-by-card')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('money.card-says')}
      </Text>
      <ProblemNotice problem={begin.error} />
    </Stack>
  );
}
