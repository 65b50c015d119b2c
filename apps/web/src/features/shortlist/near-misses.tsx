import { Stack, Text } from '@mantine/core';
import { type Format, useFormat } from '../../format/use-format';
import { type Text as Say, useText } from '../../texts/use-text';
import { useDutyLabel, useSkills, type Skill } from '../catalogue/use-catalogue';
import type { NearMiss } from './use-shortlist';
import { TextLink } from '../../parts/links';

/** Who would be on the shortlist but for one thing, and which. */
export function NearMisses({ nearMisses }: { readonly nearMisses: readonly NearMiss[] }) {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const skills = useSkills();
  return (
    <Stack gap="sm">
      {nearMisses.map((miss) => (
        <Text key={miss.assistantId}>
          <TextLink to="/assistants/$assistantId" params={{ assistantId: miss.assistantId }}>
            {miss.displayName ?? miss.assistantId}
          </TextLink>
          {': '}
          {missing(miss, t, format, label, skills)}
        </Text>
      ))}
    </Stack>
  );
}

function missing(
  { failedFilter, shortfall }: NearMiss,
  t: Say,
  format: Format,
  label: (code: string) => string,
  skills: ReadonlyMap<string, Skill>,
): string {
  const [language] = shortfall?.languages ?? [];
  if (language !== undefined) {
    const named = { language: format.language(language.language), needed: language.minLevel };
    return language.level === null
      ? t('shortlist.misses-language-whole', named)
      : t('shortlist.misses-language', { ...named, level: language.level });
  }
  const [skill] = shortfall?.skills ?? [];
  if (skill !== undefined) {
    return t('shortlist.misses-skill', {
      skill: skills.get(skill.skillCode)?.label ?? skill.skillCode,
      needed: skill.minLevel,
      level: skill.level ?? 0,
    });
  }
  if (shortfall?.rate) {
    return t('shortlist.misses-rate', {
      rate: format.money(shortfall.rate.hourlyRate),
      cap: format.money(shortfall.rate.hourlyRateCap),
    });
  }
  if (shortfall?.week) {
    const { minutes, neededMinutes } = shortfall.week;
    return t(failedFilter === 'capacity' ? 'shortlist.misses-capacity' : 'shortlist.misses-overlap', {
      has: format.minutes(minutes),
      needed: format.minutes(neededMinutes),
    });
  }
  if (shortfall?.clearance) {
    return t('shortlist.misses-clearance', { until: format.dayOf(shortfall.clearance.neededUntil) });
  }
  if (failedFilter === 'duties')
    return t('shortlist.misses-duties', { duties: (shortfall?.dutyCodes ?? []).map(label).join(', ') });
  return t('shortlist.misses-something');
}
