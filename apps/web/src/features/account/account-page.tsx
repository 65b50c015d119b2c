import { Stack } from '@mantine/core';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { Address } from './address';
import { ApiKeys } from './api-keys';
import { Closing } from './closing';
import { ErasureRequest } from './erasure';
import { HowOneIsTold } from './how-one-is-told';
import { Leaving } from './leaving';
import { OwnData } from './own-data';
import { Password } from './password';
import { Sessions } from './sessions';

/** What is one's own, whatever one works on: how one is told, how one gets in, how one leaves. */
export function AccountPage() {
  const t = useText();
  const session = useOwnSession();
  return (
    <Stack gap="xl" maw={720}>
      <PageHead title={t('account.title')} says={session.displayName ?? undefined} />
      <HowOneIsTold />
      <Address />
      <Password />
      <Sessions />
      {hasRole(session, 'agency.owner', 'business.owner', 'marketplace.administrator') ? <ApiKeys /> : null}
      <OwnData />
      <ErasureRequest />
      <Leaving />
      {hasRole(session, 'agency.owner', 'business.owner') ? <Closing /> : null}
    </Stack>
  );
}
