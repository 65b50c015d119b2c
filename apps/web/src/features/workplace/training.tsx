import type { components } from '@ajudant/client';
import { Accordion, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { outdatedByTraining, trainingQuery } from './training-queries';
import { type ChosenOptions, markOf, type TriedAnswers } from './tried-answers';

type Training = components['schemas']['TrainingDto'];
type Lesson = components['schemas']['LessonDto'];

/** What an assistant is to know about working at home: assigned by her agency, read and answered by herself. */
export function TrainingOf({ assistantId }: { readonly assistantId: string }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { language } = useLanguage();
  const training = useQuery(trainingQuery(assistantId, language));
  const mayAssign = hasRole(session, 'agency.owner', 'agency.coordinator');
  if (training.data === undefined) return <ProblemNotice problem={training.error} />;
  if (training.data === null) {
    return (
      <Section title={t('workplace.training')}>
        <Text c="dimmed">{t('workplace.training-none')}</Text>
        {mayAssign ? <Assign assistantId={assistantId} /> : null}
      </Section>
    );
  }
  const { status, dueAt, doneAt, lessons, legalBasis } = training.data;
  return (
    <Section
      title={t('workplace.training')}
      aside={
        <StatusWord meaning={status === 'done' ? 'good' : 'waits-for-you'} word={t(`workplace.training-${status}`)} />
      }
    >
      <Stack gap="md">
        <Text c="dimmed">
          {doneAt === null
            ? t('workplace.training-left', {
                day: dueAt === null ? '' : format.dayOf(dueAt),
                left: lessons.filter((lesson) => lesson.doneAt === null).length,
                all: lessons.length,
              })
            : t('workplace.training-done-on', { day: format.dayOf(doneAt) })}
        </Text>
        <Accordion>
          {lessons.map((lesson) => (
            <LessonPart
              key={lesson.code}
              lesson={lesson}
              training={training.data!}
              learns={session.assistantId === assistantId}
            />
          ))}
        </Accordion>
        <Text size="sm" c="dimmed">
          {legalBasis.join('; ')}
        </Text>
      </Stack>
    </Section>
  );
}

function Assign({ assistantId }: { readonly assistantId: string }) {
  const t = useText();
  const assign = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/training', {
          params: { path: { id: assistantId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: outdatedByTraining },
  );
  return (
    <Stack gap="sm" align="flex-start" mt="sm">
      <ProblemNotice problem={assign.error} />
      <Button loading={assign.isPending} onClick={() => assign.mutate()}>
        {t('workplace.assign-training')}
      </Button>
    </Stack>
  );
}

interface LessonOfTraining {
  readonly lesson: Lesson;
  readonly training: Training;
  /** Whether it is the reader's own. */
  readonly learns: boolean;
}

function LessonPart({ lesson, training, learns }: LessonOfTraining) {
  const t = useText();
  const { code, title, text, source, readAt, doneAt } = lesson;
  const path = { id: training.assistantId, lessonCode: code };
  const read = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/training/lessons/{lessonCode}/reading', {
          params: { path, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: outdatedByTraining },
  );
  return (
    <Accordion.Item value={code}>
      <Accordion.Control>
        <Group gap="md">
          <span>{title}</span>
          {doneAt === null ? null : <StatusWord meaning="good" word={t('workplace.lesson-done')} />}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md" align="flex-start">
          {text.map((paragraph) => (
            <Text key={paragraph}>{paragraph}</Text>
          ))}
          <Text size="sm" c="dimmed">
            {source}
          </Text>
          <ProblemNotice problem={read.error} />
          {doneAt !== null ? (
            <RightAnswers lesson={lesson} />
          ) : !learns ? null : readAt === null ? (
            <Button variant="default" loading={read.isPending} onClick={() => read.mutate()}>
              {t('workplace.lesson-read')}
            </Button>
          ) : (
            <Questions lesson={lesson} path={path} />
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** What was found to be right, to look up later. */
function RightAnswers({ lesson: { questions } }: { readonly lesson: Lesson }) {
  return questions.map(({ code, question, options, rightOption }) => (
    <div key={code}>
      <Text fw={500}>{question}</Text>
      <Text>{options.find((option) => option.code === rightOption)?.text}</Text>
    </div>
  ));
}

function Questions({
  lesson: { questions },
  path,
}: {
  readonly lesson: Lesson;
  readonly path: { readonly id: string; readonly lessonCode: string };
}) {
  const t = useText();
  const [chosen, setChosen] = useState<ChosenOptions>({});
  const answer = useAct(
    (answers: ChosenOptions, key) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/training/lessons/{lessonCode}/answers', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: {
            answers: Object.entries(answers).map(([questionCode, optionCode]) => ({ questionCode, optionCode })),
          },
        }),
      ),
    { outdates: outdatedByTraining },
  );
  const tried: TriedAnswers = { chosen: answer.variables ?? {}, problem: answer.error };
  return (
    <Stack gap="md" align="flex-start">
      {questions.map((asked) => (
        <Question
          key={asked.code}
          asked={asked}
          chosen={chosen[asked.code] ?? null}
          mark={markOf(asked.code, chosen, tried)}
          onChoose={(option) => setChosen({ ...chosen, [asked.code]: option })}
        />
      ))}
      <ProblemNotice problem={answer.error} />
      <Button
        loading={answer.isPending}
        disabled={Object.keys(chosen).length < questions.length}
        onClick={() => answer.mutate(chosen)}
      >
        {t('workplace.answer')}
      </Button>
    </Stack>
  );
}

interface AskedQuestion {
  readonly asked: Lesson['questions'][number];
  readonly chosen: string | null;
  readonly mark: ReturnType<typeof markOf>;
  readonly onChoose: (option: string) => void;
}

function Question({ asked: { question, options }, chosen, mark, onChoose }: AskedQuestion) {
  const t = useText();
  return (
    <Radio.Group
      label={
        <Group gap="md">
          <span>{question}</span>
          {mark === 'right' ? <StatusWord meaning="good" word={t('workplace.answer-right')} /> : null}
        </Group>
      }
      value={chosen}
      onChange={onChoose}
      error={mark === 'wrong' ? t('workplace.answer-wrong') : undefined}
    >
      <Stack gap="xs" mt="xs" mb="xs">
        {options.map((option) => (
          <Radio key={option.code} value={option.code} label={option.text} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
