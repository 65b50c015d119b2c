import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import type { SuggestionRequest, SuggestionTarget } from './suggestion-queries';

type Metric = SuggestionTarget['metric'];

/** The figures by which it can be seen, and whether they are of the runs of a duty. */
const ofRuns: Readonly<Record<Metric, boolean>> = {
  'response-median': false,
  'response-p90': false,
  'run-minutes': true,
  'runs-on-time': true,
  'runs-accepted-first-time': true,
  number: false,
};
const metrics = Object.keys(ofRuns) as Metric[];
const said = ['title', 'baseline', 'expectedEffect', 'measure', 'effort'] as const;
const emptyWords = { title: '', baseline: '', expectedEffect: '', measure: '', effort: '' };

/** One suggestion: in words, and by the figure that will show whether it worked. */
export function AnswerForm({ request }: { readonly request: SuggestionRequest }) {
  const t = useText();
  const label = useDutyLabel();
  const [words, setWords] = useState(emptyWords);
  const [metric, setMetric] = useState<Metric>('response-median');
  const duties = [...new Set(request.context.volumes.map(({ dutyCode }) => dutyCode))];
  const [dutyCode, setDutyCode] = useState<string | null>(duties[0] ?? null);
  const [unit, setUnit] = useState('');
  const [figures, setFigures] = useState<{ baseline: number | null; expected: number | null }>({
    baseline: null,
    expected: null,
  });
  const answer = useAct(
    (target: SuggestionTarget, key) =>
      client.body(
        client.api.POST('/v1/suggestion-requests/{id}/answer', {
          params: stepOf(request, key),
          body: { suggestions: [{ ...words, target }] },
        }),
      ),
    { outdates: [['suggestion-requests']] },
  );
  const { baseline, expected } = figures;
  const isComplete =
    said.every((part) => words[part].trim() !== '') &&
    baseline !== null &&
    expected !== null &&
    (metric !== 'number' || unit.trim() !== '');
  function send(): void {
    if (!isComplete) return;
    answer.mutate({
      metric,
      baseline,
      expected,
      ...(ofRuns[metric] && dutyCode !== null ? { dutyCode } : {}),
      ...(metric === 'number' ? { unit: unit.trim() } : {}),
    });
  }
  return (
    <Form onSend={send}>
      <Stack gap="sm">
        {said.map((part) =>
          part === 'title' ? (
            <TextInput
              key={part}
              label={t('suggestions.answer')}
              maxLength={200}
              {...typed(words[part], (text) => setWords({ ...words, [part]: text }))}
            />
          ) : (
            <Textarea
              key={part}
              label={t(`suggestions.${part}`)}
              autosize
              maxLength={500}
              {...typed(words[part], (text) => setWords({ ...words, [part]: text }))}
            />
          ),
        )}
        <Group align="flex-end">
          <Select
            label={t('suggestions.counted-by')}
            allowDeselect={false}
            data={metrics.map((each) => ({ value: each, label: t(`suggestions.choose-${each}`) }))}
            value={metric}
            onChange={(value) => setMetric(value as Metric)}
          />
          {ofRuns[metric] ? (
            <Select
              label={t('suggestions.duty')}
              allowDeselect={false}
              data={duties.map((code) => ({ value: code, label: label(code) }))}
              value={dutyCode}
              onChange={setDutyCode}
            />
          ) : null}
          {metric === 'number' ? (
            <TextInput label={t('suggestions.unit')} maxLength={60} {...typed(unit, setUnit)} />
          ) : null}
        </Group>
        <Group>
          <NumberInput
            label={t('suggestions.is')}
            min={0}
            allowDecimal={false}
            value={baseline ?? ''}
            onChange={(value) => setFigures({ ...figures, baseline: typedNumber(value) })}
          />
          <NumberInput
            label={t('suggestions.will-be')}
            min={0}
            allowDecimal={false}
            value={expected ?? ''}
            onChange={(value) => setFigures({ ...figures, expected: typedNumber(value) })}
          />
        </Group>
        <ProblemNotice problem={answer.error} />
        <div>
          <Button type="submit" disabled={!isComplete} loading={answer.isPending}>
            {t('suggestions.send')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
