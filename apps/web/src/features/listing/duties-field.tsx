import { MultiSelect } from '@mantine/core';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';

/** The duties that are offered, found by a few letters. */
export function DutiesField({
  codes,
  problem,
  onChange,
}: {
  readonly codes: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (codes: string[]) => void;
}) {
  const t = useText();
  const duties = useDuties();
  // What was retired since is still what the listing says.
  const known = [...duties.values()].map(({ code, label }) => ({ value: code, label }));
  const retired = codes.filter((code) => !duties.has(code)).map((code) => ({ value: code, label: code }));
  return (
    <MultiSelect
      label={t('listing.duties')}
      description={t('listing.duties-says')}
      placeholder={t('ask.add')}
      searchable
      hidePickedOptions
      limit={100}
      nothingFoundMessage={t('shell.palette-nothing')}
      value={[...codes]}
      data={[...known, ...retired]}
      error={problem}
      onChange={onChange}
    />
  );
}
