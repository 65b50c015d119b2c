import type { components } from '@ajudant/client';
import { Alert, Button, Group, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import type { Assistant } from '../roster/roster-queries';
import type { OpenNeed } from './open-need-queries';

/** One assistant, and a price for each duty; to begin with what the listed rate makes of the time that a unit takes as a rule. */
export function ProposalForm({
  need,
  assistants,
}: {
  readonly need: OpenNeed;
  readonly assistants: readonly Assistant[];
}) {
  const t = useText();
  const duties = useDuties();
  const [assistantId, setAssistantId] = useState<string | null>(null);
  const [prices, setPrices] = useState<Readonly<Record<string, number>>>({});
  const [message, setMessage] = useState('');
  const assistant = assistants.find(({ id }) => id === assistantId);
  const currency = need.hourlyRateCap?.currency ?? assistant?.hourlyRate.currency ?? 'EUR';
  const choose = (id: string | null): void => {
    setAssistantId(id);
    const rate = assistants.find((each) => each.id === id)?.hourlyRate.amountMinor;
    if (rate === undefined) return;
    const usual = need.lines.map(({ lineId, dutyCode }): [string, number] => [
      lineId,
      Math.max(1, Math.round((rate * (duties.get(dutyCode)?.indicativeMinutes ?? 60)) / 60)) / 100,
    ]);
    setPrices(Object.fromEntries(usual));
  };
  const propose = useAct(
    (body: components['schemas']['MakeProposalDto'], key) =>
      client.body(client.api.POST('/v1/proposals', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates: [['proposals'], ['open-needs']] },
  );
  if (propose.isSuccess) return <Alert role="status">{t('open-needs.proposed')}</Alert>;
  return (
    <Stack gap="md">
      <Select
        label={t('open-needs.who')}
        searchable
        value={assistantId}
        data={assistants.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        onChange={choose}
      />
      {need.lines.map(({ lineId, dutyCode }) => (
        <NumberInput
          key={lineId}
          label={t('open-needs.price', {
            duty: duties.get(dutyCode)?.label ?? dutyCode,
            unit: duties.get(dutyCode)?.unit ?? '',
          })}
          min={0.01}
          decimalScale={2}
          suffix={` ${currency}`}
          value={prices[lineId] ?? ''}
          onChange={(price) => {
            const typed = typedNumber(price);
            if (typed !== null) setPrices({ ...prices, [lineId]: typed });
          }}
        />
      ))}
      <Textarea
        label={t('open-needs.message')}
        autosize
        minRows={2}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <ProblemNotice problem={propose.error} />
      <Group>
        <Button
          loading={propose.isPending}
          disabled={assistantId === null || need.lines.some(({ lineId }) => prices[lineId] === undefined)}
          onClick={() =>
            propose.mutate({
              needId: need.id,
              assistantId: assistantId!,
              lines: need.lines.map(({ lineId }) => ({
                lineId,
                unitPrice: { amountMinor: Math.round(prices[lineId]! * 100), currency },
              })),
              ...(message.trim() === '' ? {} : { message }),
            })
          }
        >
          {t('open-needs.propose')}
        </Button>
      </Group>
    </Stack>
  );
}
