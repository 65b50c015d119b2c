import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { codeOfMail } from './code-of-mail';

/** Where a mail leads of which somebody wants no more. */
export function UnsubscribePage() {
  const t = useText();
  const [token] = useState(codeOfMail);
  const stop = useAct(() =>
    client.body(client.api.POST('/v1/unsubscriptions/{token}', { params: { path: { token } } })),
  );
  return (
    <Stack maw={420} mx="auto" gap="md">
      <PageHead title={t('mail-links.unsubscribe')} says={t('mail-links.unsubscribe-says')} />
      <ProblemNotice problem={stop.error} />
      {stop.isSuccess ? (
        <Text role="status">{t('mail-links.unsubscribed')}</Text>
      ) : (
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('mail-links.unsubscribe-submit')}
        </Button>
      )}
      <TextLink to="/account">{t('mail-links.to-preferences')}</TextLink>
    </Stack>
  );
}
