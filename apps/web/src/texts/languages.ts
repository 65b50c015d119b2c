export const languages = ['en', 'es', 'ca'] as const;
export type Language = (typeof languages)[number];

/** In their own words, so that everybody finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' };

const kept = 'ajudant.language';

/** What the reader chose, then what the browser asks for, then English. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  const wanted = [...(chosen === null ? [] : [chosen]), ...navigator.languages].map((tag) =>
    tag.slice(0, 2).toLowerCase(),
  );
  return wanted.find(isLanguage) ?? 'en';
}

/** The language as the reader's region writes it, where the browser says which; English is that of Europe otherwise. */
export function localeOf(language: Language): string {
  const regional = navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  return regional ?? (language === 'en' ? 'en-GB' : language);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}

function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

const loaders: Readonly<Record<Language, () => Promise<{ default: Record<string, Record<string, string>> }>>> = {
  en: () => import('./en'),
  es: () => import('./es'),
  ca: () => import('./ca'),
};

/** All texts of a language by id: `<file>.<key>`. */
export async function loadTexts(language: Language): Promise<Record<string, string>> {
  const { default: files } = await loaders[language]();
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, texts]) => {
      const file = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      return Object.entries(texts).map(([key, text]) => [`${file}.${key}`, text]);
    }),
  );
}
