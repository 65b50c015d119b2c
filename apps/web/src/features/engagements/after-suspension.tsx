import { Alert, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { suspensionRefundsQuery } from './engagement-queries';

/** What went back by itself when the agency was suspended, for those who see the money; nothing where it never was. */
export function AfterSuspension({ engagementId }: { readonly engagementId: string }) {
  const session = useOwnSession();
  return hasRole(session, 'agency.assistant') ? null : <Refunded engagementId={engagementId} />;
}

function Refunded({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { data } = useSuspenseQuery(suspensionRefundsQuery(engagementId));
  const [latest] = data;
  if (latest === undefined) return null;
  const isBusiness = session.organisationKind === 'business';
  return (
    <Alert color="amber" title={t('engagements.suspended', { day: format.dayOf(latest.madeAt) })}>
      <Stack gap="xs">
        <Text>{t('engagements.suspended-packs', { amount: format.money(latest.packs) })}</Text>
        <Text>{t('engagements.suspended-booked', { amount: format.money(latest.booked) })}</Text>
        <Text>
          {latest.refundId === null
            ? t('engagements.suspended-kept')
            : t('engagements.suspended-refunded', { amount: format.money(latest.refunded) })}
        </Text>
        {isBusiness ? <TextLink to="/money">{t('engagements.suspended-money')}</TextLink> : null}
      </Stack>
    </Alert>
  );
}
