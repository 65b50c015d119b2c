import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { PageHead } from '../../parts/page-head';
import { useSignIn } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Registration, RegistrationForm } from './registration-form';

/** An account for an agency; it lists assistants once an administrator has verified it. */
export function RegisterAgencyPage() {
  const t = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const register = useAct(
    async ({ name, countryCode, owner }: Registration, key) => {
      await client.body(
        client.api.POST('/v1/agencies', {
          params: { header: { 'Idempotency-Key': key } },
          body: { name, countryCode, contactEmail: owner.email, owner },
        }),
      );
      await signIn.mutateAsync({ email: owner.email, password: owner.password });
    },
    { onDone: () => navigate({ to: '/home' }) },
  );
  return (
    <Stack maw={480} mx="auto">
      <PageHead title={t('registration.agency')} says={t('registration.agency-says')} />
      <RegistrationForm
        asksSector={false}
        pending={register.isPending}
        problem={register.error}
        onSubmit={register.mutate}
      />
    </Stack>
  );
}
