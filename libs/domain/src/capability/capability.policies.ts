import type { FieldPath } from '../domain-error.js';
import { demand } from '../policy.js';
import { type CatalogueCodes, languageLevels, type SkillWithLevel, type SpokenLanguage } from './capability.js';

/** The nouns under which a capability is refused: whose it is decides the code that the client sees. */
type Noun = 'assistant' | 'need';

const isLevel = (level: number): boolean => Number.isInteger(level) && level >= 1 && level <= 5;

/** @throws DomainError `<noun>.unknown-skill`, `<noun>.bad-skill-level`, `<noun>.skill-twice` */
export function assertSkills(noun: Noun, skills: readonly SkillWithLevel[], known: ReadonlySet<string>, at: FieldPath) {
  const seen = new Set<string>();
  skills.forEach(({ skillCode, level }, index) => {
    const details = { at: [...at, index], skillCode };
    demand(known.has(skillCode), `${noun}.unknown-skill`, details);
    demand(isLevel(level), `${noun}.bad-skill-level`, { ...details, level });
    demand(!seen.has(skillCode), `${noun}.skill-twice`, details);
    seen.add(skillCode);
  });
}

/**
 * @param namedBefore what was named when it was not retired yet
 * @throws DomainError `<noun>.unknown-duty`, `<noun>.duty-retired`
 */
export function assertDuty(
  noun: Noun,
  dutyCode: string,
  { dutyCodes, retiredDutyCodes }: CatalogueCodes,
  namedBefore: readonly string[],
  at: FieldPath,
) {
  if (dutyCodes.has(dutyCode)) return;
  demand(retiredDutyCodes.has(dutyCode), `${noun}.unknown-duty`, { at, dutyCode });
  demand(namedBefore.includes(dutyCode), `${noun}.duty-retired`, { at, dutyCode });
}

/** @throws DomainError `<noun>.bad-language`, `<noun>.bad-language-level`, `<noun>.language-twice` */
export function assertLanguages(noun: Noun, languages: readonly SpokenLanguage[], at: FieldPath) {
  const seen = new Set<string>();
  languages.forEach(({ language, level }, index) => {
    const details = { at: [...at, index], language };
    demand(/^[a-z]{2}$/.test(language), `${noun}.bad-language`, details);
    demand(languageLevels.includes(level), `${noun}.bad-language-level`, { ...details, level });
    demand(!seen.has(language), `${noun}.language-twice`, details);
    seen.add(language);
  });
}
