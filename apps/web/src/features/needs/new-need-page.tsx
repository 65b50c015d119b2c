import { Loader, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { today } from '../../format/days';
import { readersZone } from '../../format/readers-zone';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { offeringQuery } from '../ask/preview';
import { forgetTrouble, keptTrouble, type Trouble } from '../ask/trouble';
import { AskPage } from '../ask/ask-page';
import { usualNeed } from './usual-need';

/** What was said before there was an account becomes a draft at once; who said nothing yet is asked. */
export function NewNeedPage() {
  const [trouble, setTrouble] = useState(keptTrouble);
  return trouble === null ? <AskPage onGoOn={() => setTrouble(keptTrouble())} /> : <DraftOf trouble={trouble} />;
}

function DraftOf({ trouble }: { readonly trouble: Trouble }) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { language } = useLanguage();
  const draft = useAct(
    async ({ words, duties }: Trouble, key) => {
      const offering = await queries.ensureQueryData(offeringQuery(duties.map(({ dutyCode }) => dutyCode)));
      const rates = offering.map(({ hourlyRate }) => hourlyRate);
      return client.body(
        client.api.POST('/v1/needs', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            ...usualNeed({ today: today(), timeZone: readersZone, language, rates }),
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
      );
    },
    {
      outdates: [['needs']],
      onDone(need) {
        forgetTrouble();
        return navigate({ to: '/needs/$needId', params: { needId: need.id }, search: { begun: true }, replace: true });
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
