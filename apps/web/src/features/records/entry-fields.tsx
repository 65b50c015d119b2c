import { Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { digitsOf } from '../../format/minor-units';
import { type Draft, mileageOf } from './entry-draft';
import type { Books } from './record-queries';

const newKinds = ['expense', 'income', 'mileage'] as const;
const categoriesOf: Readonly<Record<Draft['kind'], string>> = {
  income: 'income',
  expense: 'expense',
  mileage: 'expense',
  'bank-line': 'neutral',
};

interface FieldsProps {
  readonly draft: Draft;
  readonly books: Books;
  readonly say: (changes: Partial<Draft>) => void;
}

/** The fields of an entry: those of a way, of a line of the bank, or of what came in or went out. */
export function EntryFields({ draft, books, say, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const t = useText();
  if (draft.kind === 'bank-line') return <CategoryField draft={draft} books={books} say={say} />;
  return (
    <>
      <Group align="flex-end">
        {isNew ? (
          <NativeSelect
            label={t('records.kind')}
            value={draft.kind}
            onChange={(event) => say({ kind: event.currentTarget.value as Draft['kind'], category: '' })}
            data={newKinds.map((value) => ({ value, label: t(`records.kind-${value}`) }))}
          />
        ) : null}
        <DateField name="datedOn" draft={draft} say={say} />
        <WordsField name="description" maxLength={300} draft={draft} say={say} />
      </Group>
      {draft.kind === 'mileage' ? (
        <WayFields draft={draft} books={books} say={say} />
      ) : (
        <MoneyFields draft={draft} books={books} say={say} />
      )}
    </>
  );
}

function MoneyFields({ draft, books, say }: FieldsProps) {
  const t = useText();
  return (
    <>
      <Group align="flex-end">
        <WordsField name="counterpart" maxLength={200} draft={draft} say={say} />
        <WordsField name="counterpartVatId" maxLength={30} draft={draft} say={say} />
        <WordsField name="documentNumber" maxLength={60} draft={draft} say={say} />
      </Group>
      <Group align="flex-end">
        <NumberInput
          label={t('records.total', { currency: books.currency })}
          decimalScale={digitsOf(books.currency)}
          value={draft.total}
          onChange={(total) => say({ total, vatMinor: null, withheldMinor: null })}
        />
        <NativeSelect
          label={t('records.rate')}
          value={draft.rate}
          onChange={(event) => say({ rate: event.currentTarget.value, vatMinor: null, withheldMinor: null })}
          data={[
            { value: '', label: t('records.no-rate') },
            ...books.vatRates.map((bps) => ({ value: String(bps), label: `${bps / 100} %` })),
          ]}
        />
        <WithheldField draft={draft} books={books} say={say} />
        <CategoryField draft={draft} books={books} say={say} />
        <DateField name="paidOn" draft={draft} say={say} />
      </Group>
    </>
  );
}

/** Income tax that whoever pays keeps back, in countries where somebody does. */
function WithheldField({ draft, books, say }: FieldsProps) {
  const t = useText();
  const format = useFormat();
  if (books.withholdingRates.length === 0) return null;
  const isOther = draft.withheldRate !== '' && !books.withholdingRates.includes(Number(draft.withheldRate));
  const rates = [...books.withholdingRates.map(String), ...(isOther ? [draft.withheldRate] : [])];
  return (
    <NativeSelect
      label={t('records.withheld')}
      value={draft.withheldRate}
      onChange={(event) => say({ withheldRate: event.currentTarget.value, withheldMinor: null })}
      data={[
        { value: '', label: t('records.nothing-withheld') },
        ...rates.map((bps) => ({ value: bps, label: format.share(Number(bps) / 10_000) })),
      ]}
    />
  );
}

function WayFields({ draft, books, say }: FieldsProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Group align="flex-end">
      <NumberInput
        label={t('records.kilometres')}
        decimalScale={1}
        min={0}
        value={draft.kilometres}
        onChange={(kilometres) => say({ kilometres })}
      />
      <CategoryField draft={draft} books={books} say={say} />
      <Text size="sm" c="dimmed">
        {t('records.way-counts', {
          amount: format.money({ amountMinor: mileageOf(draft, books), currency: books.currency }),
        })}
      </Text>
    </Group>
  );
}

function CategoryField({ draft, books, say }: FieldsProps) {
  const t = useText();
  const { language } = useLanguage();
  const categories = books.categories.filter(({ kind }) => kind === categoriesOf[draft.kind]);
  return (
    <NativeSelect
      label={t('records.category')}
      value={draft.category}
      onChange={(event) => say({ category: event.currentTarget.value })}
      data={[
        { value: '', label: t('records.no-category') },
        ...categories.map(({ code, names }) => ({ value: code, label: names[language] })),
      ]}
    />
  );
}

function WordsField({
  name,
  maxLength,
  draft,
  say,
}: Omit<FieldsProps, 'books'> & {
  readonly name: 'description' | 'counterpart' | 'counterpartVatId' | 'documentNumber';
  readonly maxLength: number;
}) {
  const t = useText();
  return (
    <TextInput
      label={t(`records.${name}`)}
      maxLength={maxLength}
      flex={1}
      miw={200}
      value={draft[name]}
      onChange={(event) => say({ [name]: event.currentTarget.value })}
    />
  );
}

function DateField({ name, draft, say }: Omit<FieldsProps, 'books'> & { readonly name: 'datedOn' | 'paidOn' }) {
  const t = useText();
  return (
    <TextInput
      type="date"
      label={t(`records.${name}`)}
      value={draft[name]}
      onChange={(event) => say({ [name]: event.currentTarget.value })}
    />
  );
}
