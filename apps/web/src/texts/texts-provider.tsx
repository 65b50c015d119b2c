import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { keepLanguage, localeOf, type Language, loadTexts, preferredLanguage } from './languages';

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const ChoiceContext = createContext<Choice | null>(null);

interface Loaded {
  readonly language: Language;
  readonly texts: Record<string, string>;
}

/** The page in the reader's language; the one before stays until all of the next is there. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadTexts(language).then((texts) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      setLoaded({ language, texts });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  const choice = useMemo<Choice>(
    () => ({
      language,
      choose(next) {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  if (loaded === null) return null;
  return (
    <ChoiceContext value={choice}>
      <IntlProvider locale={localeOf(loaded.language)} messages={loaded.texts}>
        {children}
      </IntlProvider>
    </ChoiceContext>
  );
}

export function useLanguage(): Choice {
  const choice = use(ChoiceContext);
  if (choice === null) throw new Error('outside of TextsProvider');
  return choice;
}
