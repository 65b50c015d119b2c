import { Checkbox, Group, Select } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import type { DirectoryFilter } from './directory-filter';

const languagesSpoken = ['en', 'es', 'ca', 'fr', 'de', 'pt', 'it'];

/** What is asked for: a duty, a language, and whether it has to be at once. */
export function Filters({
  filter,
  onChange,
}: {
  readonly filter: DirectoryFilter;
  readonly onChange: (part: Partial<DirectoryFilter>) => void;
}) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  return (
    <Group mb="lg" align="flex-end">
      <Select
        label={t('directory.duty')}
        placeholder={t('directory.any')}
        searchable
        clearable
        value={filter.duty ?? null}
        data={[...duties.values()].map(({ code, label }) => ({ value: code, label }))}
        onChange={(duty) => onChange({ duty: duty ?? undefined })}
      />
      <Select
        label={t('directory.language')}
        placeholder={t('directory.any')}
        clearable
        value={filter.language ?? null}
        data={languagesSpoken.map((code) => ({ value: code, label: format.language(code) }))}
        onChange={(language) => onChange({ language: language ?? undefined })}
      />
      <Checkbox
        pb="sm"
        label={t('directory.instant')}
        checked={filter.instant === true}
        onChange={(event) => onChange({ instant: event.currentTarget.checked ? true : undefined })}
      />
    </Group>
  );
}
