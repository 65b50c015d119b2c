import { Button, Group, Skeleton, Stack, Textarea, Title } from '@mantine/core';
import { lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { hasRole, useSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { AskedBack } from './asked-back';
import { correctSuggestions, suggestionsFor } from './suggestions';
import { keepTrouble, keptTrouble, type Suggestions, usualAmount, type WantedDuty } from './trouble';
import { WhatLedThere } from './what-led-there';

/** What comes of the words, fetched while they are written. */
const ChosenDuties = lazyRouteComponent(() => import('./chosen-duties'), 'ChosenDuties');
const WhoCould = lazyRouteComponent(() => import('./who-could'), 'WhoCould');
const fetchAhead = (): void => {
  void ChosenDuties.preload?.();
  void WhoCould.preload?.();
};

const examples = ['ask.example-inbox', 'ask.example-books', 'ask.example-customers', 'ask.example-calendar'] as const;

/**
 * One question: trouble in plain words becomes duties, and who could do them for about how much.
 * @param onGoOn takes what was kept of it further; unless given that is another view
 */
export function AskPage({ onGoOn }: { readonly onGoOn?: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const session = useSession();
  const catalogue = useDuties();
  const [words, setWords] = useState(() => keptTrouble()?.words ?? '');
  const [duties, setDuties] = useState<readonly WantedDuty[]>(() => keptTrouble()?.duties ?? []);
  const mayAsk = session === null || hasRole(session, 'business.owner', 'business.colleague');
  const isKnown = session !== null && mayAsk;
  const ask = useAct<Suggestions, string>((text, key) => suggestionsFor(text, isKnown ? key : null), {
    onDone: ({ items }) =>
      change(items.reduce<readonly WantedDuty[]>((wanted, { dutyCode }) => withDuty(wanted, dutyCode), [])),
  });
  const withDuty = (wanted: readonly WantedDuty[], dutyCode: string): readonly WantedDuty[] => {
    const duty = catalogue.get(dutyCode);
    const isThere = wanted.some((one) => one.dutyCode === dutyCode);
    return duty === undefined || isThere ? wanted : [...wanted, { dutyCode, ...usualAmount(duty) }];
  };
  const change = (next: readonly WantedDuty[]): void => {
    setDuties(next);
    keepTrouble({ words, duties: next });
  };
  const goOn = (): void => {
    keepTrouble({ words, duties });
    if (isKnown && ask.data !== undefined) void correctSuggestions(ask.data, duties);
    if (onGoOn !== undefined) onGoOn();
    else void navigate({ to: session === null ? '/register/business' : '/needs/new' });
  };
  return (
    <Stack gap="xl" maw={760}>
      <PageHead title={t('ask.title')} says={t('ask.says')} />
      <Form onSend={() => ask.mutate(words)}>
        <Stack gap="md">
          <Textarea
            label={t('ask.words')}
            autosize
            minRows={3}
            maxLength={2000}
            onFocus={fetchAhead}
            {...typed(words, setWords)}
          />
          {words === '' ? (
            <Group gap="sm">
              {examples.map((example) => (
                <Button key={example} variant="default" size="compact-sm" onClick={() => setWords(t(example))}>
                  {t(example)}
                </Button>
              ))}
            </Group>
          ) : null}
          <ProblemNotice problem={ask.error} />
          <Group>
            <Button type="submit" loading={ask.isPending} disabled={words.trim() === ''}>
              {t('ask.submit')}
            </Button>
          </Group>
        </Stack>
      </Form>
      {ask.data === undefined ? null : <WhatLedThere words={words} suggestions={ask.data} />}
      {ask.data === undefined || ask.data.reason === null ? null : (
        <AskedBack suggestions={ask.data} chosen={duties} onChoose={(code) => change(withDuty(duties, code))} />
      )}
      {duties.length > 0 || ask.data?.reason?.code === 'unclear' ? (
        <Stack gap="lg">
          <Title order={2} size="h3">
            {t('ask.duties')}
          </Title>
          <Suspense fallback={<Skeleton h={96} />}>
            <ChosenDuties duties={duties} onChange={change} />
          </Suspense>
        </Stack>
      ) : null}
      {duties.length > 0 ? (
        <>
          <Suspense fallback={<Skeleton h={280} />}>
            <WhoCould duties={duties} />
          </Suspense>
          {mayAsk ? (
            <Group>
              <Button size="md" onClick={goOn}>
                {t('ask.go-on')}
              </Button>
            </Group>
          ) : null}
        </>
      ) : null}
    </Stack>
  );
}
