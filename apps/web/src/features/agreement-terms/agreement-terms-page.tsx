import { Button, Group, Select, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useMergedDraft } from '../../parts/use-merged-draft';
import type { TextId } from '../../texts/text-id';
import { useText } from '../../texts/use-text';
import { agreementQuery } from '../agreements/agreement-queries';
import { useDuties } from '../catalogue/use-catalogue';
import { begunTerms, forgetTerms, keepTerms } from './begun-terms';
import { figures, GeneralTerms } from './general-terms';
import { InvoicingFields } from './invoicing-fields';
import { LineEditor } from './line-editor';
import { draftOf, givenOf, type Line, lineOf, type TermsDraft } from './terms-draft';

const route = getRouteApi('/own/agreements/$agreementId/terms');

const names: Readonly<Record<Exclude<keyof TermsDraft, (typeof figures)[number]['name']>, TextId>> = {
  lines: 'agreements.who-answers',
  channels: 'agreements.channels',
  hourlyRate: 'agreement-terms.hour',
  noticeDays: 'agreements.notice',
  holidays: 'agreements.holidays',
  invoicing: 'agreement-terms.invoicing',
  startsOn: 'needs.starts',
  endsOn: 'needs.ends',
};

/** Other terms, as a side would have them; nothing holds before both have signed it. */
export function AgreementTermsPage() {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const navigate = useNavigate();
  const { agreementId } = route.useParams();
  const { data } = useSuspenseQuery(agreementQuery(agreementId));
  const { versions, versionInForce } = data.body;
  const latest = versions.at(-1)!;
  const inForce = versions.find(({ number }) => number === versionInForce);
  const { currency } = latest;
  const back = { to: '/agreements/$agreementId', params: { agreementId } } as const;
  const save = useAct(
    (terms: TermsDraft) =>
      client.body(
        client.api.PUT('/v1/agreements/{id}/terms', {
          params: { path: { id: agreementId }, header: { 'If-Match': data.etag! } },
          body: givenOf(terms),
        }),
      ),
    {
      outdates: [['agreements']],
      onDone() {
        forgetTerms(agreementId);
        return navigate(back);
      },
    },
  );
  const [begun] = useState(() => begunTerms(agreementId, latest.number));
  const {
    draft: terms,
    setDraft,
    meanwhile,
  } = useMergedDraft<TermsDraft>(
    draftOf(latest),
    save.isPending || save.isSuccess,
    (name, before, now) => {
      const figure = figures.find((each) => each.name === name);
      if (figure === undefined) return { what: t(names[name as keyof typeof names]) };
      const said = (value: unknown): string => `${format.number((value as number) / figure.per)} ${figure.unit}`;
      return { what: t(figure.text), before: said(before), now: said(now) };
    },
    begun,
  );
  const setTerms = (written: TermsDraft): void => {
    setDraft(written);
    keepTerms(agreementId, { version: latest.number, terms: written });
  };
  const wrong = useFieldProblems()(save.error);
  const problemAt = (part: string): string | undefined =>
    Object.entries(wrong).find(([name]) => name === part || name.startsWith(`${part}.`))?.[1];
  const change = (index: number, line: Line): void =>
    setTerms({ ...terms, lines: terms.lines.map((one, at) => (at === index ? line : one)) });
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t('agreement-terms.title')}
        says={t(inForce === undefined ? 'agreement-terms.says-draft' : 'agreement-terms.says-change')}
        action={
          <Button loading={save.isPending} onClick={() => save.mutate(terms)}>
            {t('agreement-terms.propose')}
          </Button>
        }
      />
      <ProblemNotice problem={save.error} />
      <ChangedMeanwhile fields={meanwhile} />
      <Section title={t('agreements.who-answers')}>
        <Stack gap="md">
          {terms.lines.map((line, index) => (
            <LineEditor
              key={line.lineId}
              line={line}
              duty={duties.get(line.dutyCode)}
              keepsCadence={inForce?.lines.some(({ lineId }) => lineId === line.lineId) ?? false}
              problemAt={(field) => problemAt(`lines.${index}.${field}`)}
              onChange={(changed) => change(index, changed)}
              onRemove={
                terms.lines.length === 1
                  ? null
                  : () => setTerms({ ...terms, lines: terms.lines.filter((one) => one !== line) })
              }
            />
          ))}
          <Select
            placeholder={t('ask.add')}
            aria-label={t('ask.add')}
            searchable
            value={null}
            data={[...duties.values()].map(({ code, label }) => ({ value: code, label }))}
            onChange={(code) => {
              const duty = code === null ? undefined : duties.get(code);
              if (duty !== undefined) setTerms({ ...terms, lines: [...terms.lines, lineOf(duty, terms, currency)] });
            }}
          />
        </Stack>
      </Section>
      <Section title={t('agreements.terms')}>
        <GeneralTerms
          terms={terms}
          currency={currency}
          keepsStart={inForce !== undefined}
          problemAt={problemAt}
          onChange={setTerms}
        />
      </Section>
      <Section title={t('agreement-terms.invoicing')}>
        <InvoicingFields
          invoicing={terms.invoicing}
          currency={currency}
          problemAt={problemAt}
          onChange={(invoicing) => setTerms({ ...terms, invoicing })}
        />
      </Section>
      <Group>
        <TextLink {...back}>{t('agreement-terms.back')}</TextLink>
      </Group>
    </Stack>
  );
}
