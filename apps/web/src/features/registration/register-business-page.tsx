import { Alert, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { readersZone } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { useSignIn } from '../../session/session';
import { useText } from '../../texts/use-text';
import { keptTrouble } from '../ask/trouble';
import { type Registration, RegistrationForm } from './registration-form';

/** An account for a business, only now that one is needed; what was said before is kept. */
export function RegisterBusinessPage() {
  const t = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const trouble = keptTrouble();
  const register = useAct(
    async ({ name, countryCode, sector, owner }: Registration, key) => {
      await client.body(
        client.api.POST('/v1/businesses', {
          params: { header: { 'Idempotency-Key': key } },
          body: { name, countryCode, sector, timeZone: readersZone, contactEmail: owner.email, owner },
        }),
      );
      await signIn.mutateAsync({ email: owner.email, password: owner.password });
    },
    { onDone: () => navigate({ to: trouble === null ? '/home' : '/needs/new' }) },
  );
  return (
    <Stack maw={480} mx="auto">
      <PageHead title={t('registration.business')} says={t('registration.business-says')} />
      {trouble === null ? null : <Alert variant="light">{t('registration.kept')}</Alert>}
      <RegistrationForm asksSector pending={register.isPending} problem={register.error} onSubmit={register.mutate} />
    </Stack>
  );
}
