import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ChooseFile } from '../../parts/choose-file';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import type { Assistant } from '../listing/listing-queries';
import { type Answer, type Clearance, outdatedByClearance, type Report, useChecklist } from './clearance-queries';
import { sha256Of } from './sha256';
import { today } from '../../format/days';

const answers = ['yes', 'no', 'not-applicable'] as const;

const reportOf = (clearance: Clearance | null): Report => ({
  answers: clearance?.answers ?? [],
  trainingCompletedOn: clearance?.trainingCompletedOn ?? null,
  evidenceSha256: clearance?.evidenceSha256 ?? null,
});

/** The questions about the workplace with their answers; it can be handed in unfinished and completed until somebody decides. */
export function ReportForm({
  assistant,
  clearance,
}: {
  readonly assistant: Assistant;
  /** The one that is completed; null for a new one. */
  readonly clearance: Clearance | null;
}) {
  const t = useText();
  const jurisdiction = clearance?.jurisdiction ?? assistant.clearanceJurisdiction;
  const checklist = useChecklist(jurisdiction);
  const [report, setReport] = useState(() => reportOf(clearance));
  const send = useAct(
    (given: Report, key) =>
      clearance === null
        ? client.body(
            client.api.POST('/v1/assistants/{id}/clearances', {
              params: { path: { id: assistant.id }, header: { 'Idempotency-Key': key } },
              body: { jurisdiction, ...given },
            }),
          )
        : client.body(
            client.api.PUT('/v1/assistants/{id}/clearances/{clearanceId}/report', {
              params: {
                path: { id: assistant.id, clearanceId: clearance.id },
                header: { 'If-Match': `"${clearance.version}"` },
              },
              body: given,
            }),
          ),
    { outdates: outdatedByClearance },
  );
  const wrong = useFieldProblems()(send.error);
  const answerTo = (code: string): Answer | undefined => report.answers.find(({ itemCode }) => itemCode === code);
  const answer = (code: string, part: Partial<Answer>): void => {
    const before = answerTo(code);
    const next = { itemCode: code, answer: 'yes' as const, note: null, ...before, ...part };
    setReport({ ...report, answers: [...report.answers.filter(({ itemCode }) => itemCode !== code), next] });
  };
  const answered = checklist.items.filter(({ code }) => answerTo(code) !== undefined).length;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {checklist.title}
      </Text>
      {checklist.items.map(({ code, question, source, critical, mayNotApply }) => (
        <Stack key={code} gap="xs">
          <Radio.Group
            label={question}
            description={critical ? t('workplace.critical', { source }) : source}
            value={answerTo(code)?.answer ?? null}
            onChange={(value) => answer(code, { answer: value as Answer['answer'] })}
          >
            <Group gap="lg" mt="xs">
              {answers
                .filter((each) => each !== 'not-applicable' || mayNotApply)
                .map((each) => (
                  <Radio key={each} value={each} label={t(`workplace.answer-${each}`)} />
                ))}
            </Group>
          </Radio.Group>
          {answerTo(code)?.answer === 'no' ? (
            <TextInput
              label={t('workplace.note')}
              maxLength={500}
              value={answerTo(code)?.note ?? ''}
              onChange={(event) => answer(code, { note: event.currentTarget.value || null })}
            />
          ) : null}
        </Stack>
      ))}
      <Group align="flex-start">
        <TextInput
          type="date"
          label={t('workplace.training')}
          max={today()}
          error={wrong['trainingCompletedOn']}
          {...typed(report.trainingCompletedOn ?? '', (trainingCompletedOn) =>
            setReport({ ...report, trainingCompletedOn: trainingCompletedOn || null }),
          )}
        />
      </Group>
      <Evidence
        hash={report.evidenceSha256 ?? null}
        onChange={(evidenceSha256) => setReport({ ...report, evidenceSha256 })}
      />
      <ProblemNotice problem={send.error} />
      <Group>
        <Button
          variant={clearance === null ? 'filled' : 'default'}
          loading={send.isPending}
          onClick={() => send.mutate(report)}
        >
          {t(clearance === null ? 'workplace.hand-in' : 'workplace.keep')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('workplace.answered', { answered, of: checklist.items.length })}
        </Text>
        <Saved act={send} />
      </Group>
    </Stack>
  );
}

/** Photographs or the signed form stay where they are: the marketplace keeps what tells whether they are the same later. */
function Evidence({
  hash,
  onChange,
}: {
  readonly hash: string | null;
  readonly onChange: (hash: string | null) => void;
}) {
  const t = useText();
  const note = async ([file]: readonly File[]): Promise<void> => onChange(await sha256Of(file!));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('workplace.evidence')}
      </Text>
      <Text size="sm" c="dimmed">
        {hash === null ? t('workplace.evidence-says') : t('workplace.evidence-noted', { hash: hash.slice(0, 12) })}
      </Text>
      <ChooseFile label={t(hash === null ? 'workplace.choose-file' : 'workplace.other-file')} camera onChoose={note} />
    </Stack>
  );
}
