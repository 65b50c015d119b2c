import type { components } from '@ajudant/client';
import { Alert, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { fitsOf } from './fit';
import type { NeedAndRoster } from './open-need-queries';
import { areWhole, type SuggestionDraft, SuggestionDrafts, suggestionsOf } from './suggestion-drafts';

/** One assistant, and a price for each duty; to begin with what the listed rate makes of the time that a unit takes as a rule. */
export function ProposalForm({ need, assistants }: NeedAndRoster) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const [assistantId, setAssistantId] = useState<string | null>(null);
  const [prices, setPrices] = useState<Readonly<Record<string, number>>>({});
  const [message, setMessage] = useState('');
  const [suggestions, setSuggestions] = useState<readonly SuggestionDraft[]>([]);
  const fits = fitsOf(need, assistants);
  const assistant = assistants.find(({ id }) => id === assistantId);
  const currency = need.hourlyRateCap?.currency ?? assistant?.hourlyRate.currency ?? 'EUR';
  const choose = (id: string | null): void => {
    setAssistantId(id);
    const rate = assistants.find((each) => each.id === id)?.hourlyRate.amountMinor;
    if (rate === undefined) return;
    const usual = need.lines.map(({ lineId, dutyCode, asNeeded }): [string, number] => {
      const minutes = asNeeded ? 60 : (duties.get(dutyCode)?.indicativeMinutes ?? 60);
      return [lineId, Math.max(1, Math.round((rate * minutes) / 60)) / 100];
    });
    setPrices(Object.fromEntries(usual));
  };
  const minorOf = (lineId: string): number => Math.round((prices[lineId] ?? 0) * 100);
  const isPriced = need.lines.every(({ lineId }) => prices[lineId] !== undefined);
  const totalMinor = need.lines.reduce(
    (sum, { lineId, volume, occurrences }) => sum + minorOf(lineId) * volume * occurrences,
    0,
  );
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
        data={fits.map(({ assistant: { id, displayName }, duties: matched }) => ({
          value: id,
          label: t('open-needs.who-does', { name: displayName, matched, duties: need.lines.length }),
        }))}
        nothingFoundMessage={t('open-needs.fits-nobody')}
        onChange={choose}
      />
      {need.lines.map(({ lineId, dutyCode, asNeeded }) => (
        <PriceInput
          key={lineId}
          label={t(asNeeded ? 'open-needs.price-of-hour' : 'open-needs.price', {
            duty: duties.get(dutyCode)?.label ?? dutyCode,
            unit: duties.get(dutyCode)?.unit ?? '',
          })}
          min={0.01}
          currency={currency}
          value={prices[lineId] ?? ''}
          onChange={(price) => {
            const number = typedNumber(price);
            if (number !== null) setPrices({ ...prices, [lineId]: number });
          }}
        />
      ))}
      {isPriced ? (
        <Text role="status">
          {t('open-needs.total', { total: format.money({ amountMinor: totalMinor, currency }) })}
        </Text>
      ) : null}
      <Textarea label={t('open-needs.message')} autosize minRows={2} maxLength={2000} {...typed(message, setMessage)} />
      <SuggestionDrafts drafts={suggestions} onChange={setSuggestions} />
      <ProblemNotice problem={propose.error} />
      <Group>
        <Button
          loading={propose.isPending}
          disabled={assistantId === null || !isPriced || !areWhole(suggestions)}
          onClick={() =>
            propose.mutate({
              needId: need.id,
              assistantId: assistantId!,
              lines: need.lines.map(({ lineId }) => ({
                lineId,
                unitPrice: { amountMinor: minorOf(lineId), currency },
              })),
              ...(suggestions.length === 0 ? {} : { suggestions: suggestionsOf(suggestions) }),
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
