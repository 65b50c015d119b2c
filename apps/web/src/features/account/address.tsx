import { Button, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

/** By which one signs in, and is written to. */
export function Address() {
  const t = useText();
  const { email } = useOwnSession();
  const send = useAct(() => client.body(client.api.POST('/v1/account/confirmation-mails')));
  return (
    <Section title={t('account.address')}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('account.address-says', { email: email ?? '' })}</Text>
        <ProblemNotice problem={send.error} />
        {send.isSuccess ? <Text role="status">{t('account.confirmation-sent')}</Text> : null}
        <Button variant="light" loading={send.isPending} onClick={() => send.mutate()}>
          {t('account.send-confirmation')}
        </Button>
      </Stack>
    </Section>
  );
}
