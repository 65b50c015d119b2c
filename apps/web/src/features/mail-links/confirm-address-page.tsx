import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { codeOfMail } from './code-of-mail';

/** Where the mail leads that asks whether an address is somebody's own. */
export function ConfirmAddressPage() {
  const t = useText();
  const [code] = useState(codeOfMail);
  const confirm = useAct(() => client.body(client.api.POST('/v1/auth/confirmations', { body: { code } })), {
    outdates: [['session']],
  });
  return (
    <Stack maw={420} mx="auto" gap="md">
      <PageHead title={t('mail-links.confirm')} says={t('mail-links.confirm-says')} />
      <ProblemNotice problem={confirm.error} />
      {confirm.isSuccess ? (
        <>
          <Text role="status">{t('mail-links.confirmed')}</Text>
          <ButtonLink to="/home">{t('mail-links.go-on')}</ButtonLink>
        </>
      ) : (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('mail-links.confirm-submit')}
        </Button>
      )}
    </Stack>
  );
}
