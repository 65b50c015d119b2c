import { Loader, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { forgetTrouble, keptTrouble, type Trouble } from '../ask/trouble';
import { AskPage } from '../ask/ask-page';

/** What was said before there was an account becomes a draft at once; who said nothing yet is asked. */
export function NewNeedPage() {
  const trouble = useRef(keptTrouble()).current;
  return trouble === null ? <AskPage /> : <DraftOf trouble={trouble} />;
}

function DraftOf({ trouble }: { readonly trouble: Trouble }) {
  const t = useText();
  const navigate = useNavigate();
  const draft = useAct(
    ({ words, duties }: Trouble, key) =>
      client.body(
        client.api.POST('/v1/needs', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            ...(words.trim() === '' ? {} : { words }),
            lines: duties.map(({ dutyCode, volume, cadence }) => ({
              lineId: dutyCode,
              dutyCode,
              volume,
              cadence,
              importance: 2,
            })),
          },
        }),
      ),
    {
      outdates: [['needs']],
      onDone(need) {
        forgetTrouble();
        return navigate({ to: '/needs/$needId', params: { needId: need.id }, replace: true });
      },
    },
  );
  const { mutate } = draft;
  useEffect(() => mutate(trouble), [mutate, trouble]);
  return (
    <Stack>
      <PageHead title={t('needs.new')} />
      {draft.isError ? <ProblemNotice problem={draft.error} /> : <Loader aria-label={t('words.loading')} />}
      <Text c="dimmed">{trouble.words}</Text>
    </Stack>
  );
}
