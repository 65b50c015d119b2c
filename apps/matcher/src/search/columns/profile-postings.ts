import { type Candidate, languageLevels } from '#domain';
import { CodeDictionary } from './code-dictionary.js';
import { ListPool } from './list-pool.js';
import { PostingList } from './posting-list.js';

/** Codes are kept in 16 bits, languages in 12, beside their level. */
const maxCodes = 0xffff;
const maxLanguages = 0xfff;
const levelBits = 4;
const levelMask = (1 << levelBits) - 1;
const none = new PostingList(0);
/** Levels of a skill count from 1. */
export const highestSkillLevel = 5;

export type Profile = Pick<Candidate, 'dutyCodes' | 'skills' | 'languages'>;
/** A list begins with how many duties, skills and languages it holds. */
export const profileHeader = 3;

/**
 * What assistants can do. Each has a list: its header, duties, pairs of skill and level, languages with their level. The
 * other way round there are postings of duties, and of the levels of skills and languages.
 */
export class ProfilePostings {
  private readonly dutyCodes = new CodeDictionary('duties', maxCodes);
  private readonly skillCodes = new CodeDictionary('skills', maxCodes);
  private readonly languageCodes = new CodeDictionary('languages', maxLanguages);
  readonly lists = new ListPool((length) => new Uint16Array(length));
  private readonly duties: PostingList[] = [];
  /** By skill, then by level: who has at least that level. */
  private readonly skills: PostingList[] = [];
  /** By language, then by level: who has at least that level. */
  private readonly languages: PostingList[] = [];

  constructor(private words: number) {}

  /** Keeps the profile of a row, in the order of the codes, whichever order it comes in. Returns where its list begins. */
  add(row: number, profile: Profile): number {
    const duties = [...new Set(profile.dutyCodes)].map((code) => this.dutyCodes.add(code));
    const skills = profile.skills.map(({ skillCode, level }) => [this.skillCodes.add(skillCode), level] as const);
    const languages = profile.languages.map(
      ({ language, level }) => (this.languageCodes.add(language) << levelBits) | languageLevels.indexOf(level),
    );
    for (const duty of duties) this.postingOf(this.duties, duty).add(row);
    for (const [skill, level] of skills) for (const reached of this.reached(skill, level)) reached.add(row);
    for (const spoken of languages) for (const reached of this.reachedBy(spoken)) reached.add(row);
    return this.lists.add([
      duties.length,
      skills.length,
      languages.length,
      ...duties.sort(ascending),
      ...skills.sort((one, other) => one[0] - other[0]).flat(),
      ...languages.sort(ascending),
    ]);
  }

  remove(row: number, at: number): void {
    const { duties, skills, languages } = this.slices(at);
    for (const duty of duties) this.postingOf(this.duties, duty).remove(row);
    for (let index = 0; index < skills.length; index += 2)
      for (const reached of this.reached(skills[index]!, skills[index + 1]!)) reached.remove(row);
    for (const spoken of languages) for (const reached of this.reachedBy(spoken)) reached.remove(row);
    this.lists.remove(at, profileHeader + duties.length + skills.length + languages.length);
  }

  profileAt(at: number): Profile {
    const { duties, skills, languages } = this.slices(at);
    return {
      dutyCodes: Array.from(duties, (duty) => this.dutyCodes.codeOf(duty)),
      skills: Array.from({ length: skills.length / 2 }, (_, index) => ({
        skillCode: this.skillCodes.codeOf(skills[index * 2]!),
        level: skills[index * 2 + 1]!,
      })),
      languages: Array.from(languages, (spoken) => ({
        language: this.languageCodes.codeOf(spoken >>> levelBits),
        level: languageLevels[spoken & levelMask]!,
      })),
    };
  }

  /** Who offers a duty. */
  offering(dutyCode: string): PostingList {
    return this.duties[this.dutyCodes.numberOf(dutyCode) ?? -1] ?? none;
  }

  /** Who speaks a language at a level or better. */
  speaking(language: string, level: number): PostingList {
    const number = this.languageCodes.numberOf(language);
    return number === undefined ? none : (this.languages[number * languageLevels.length + level] ?? none);
  }

  /** Who has a skill at a level or better. */
  having(skillCode: string, level: number): PostingList {
    const number = this.skillCodes.numberOf(skillCode);
    return number === undefined ? none : (this.skills[number * highestSkillLevel + level - 1] ?? none);
  }

  /** The number of a skill in the lists; -1 for one that nobody has. */
  skillNumber(skillCode: string): number {
    return this.skillCodes.numberOf(skillCode) ?? -1;
  }

  /** How many different skills there are. */
  get skillCount(): number {
    return this.skillCodes.size;
  }

  widen(words: number): void {
    this.words = words;
    for (const posting of this.all()) posting.widen(words);
  }

  get bytes(): number {
    return this.all().reduce((sum, { bytes }) => sum + bytes, 0) + this.lists.bytes;
  }

  private all(): PostingList[] {
    return [...this.duties, ...this.skills, ...this.languages];
  }

  private slices(at: number) {
    const [duties, skills, languages] = this.lists.list(at, profileHeader) as unknown as [number, number, number];
    const first = at + profileHeader;
    return {
      duties: this.lists.list(first, duties),
      skills: this.lists.list(first + duties, 2 * skills),
      languages: this.lists.list(first + duties + 2 * skills, languages),
    };
  }

  private postingOf(postings: PostingList[], number: number): PostingList {
    while (postings.length <= number) postings.push(new PostingList(this.words));
    return postings[number]!;
  }

  private reached(skill: number, level: number): PostingList[] {
    const first = skill * highestSkillLevel;
    while (this.skills.length < first + highestSkillLevel) this.skills.push(new PostingList(this.words));
    return this.skills.slice(first, first + level);
  }

  private reachedBy(spoken: number): PostingList[] {
    const first = (spoken >>> levelBits) * languageLevels.length;
    while (this.languages.length < first + languageLevels.length) this.languages.push(new PostingList(this.words));
    return this.languages.slice(first, first + (spoken & levelMask) + 1);
  }
}

const ascending = (one: number, other: number): number => one - other;
