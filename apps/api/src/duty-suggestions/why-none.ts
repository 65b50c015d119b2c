import type { NoSuggestionDto } from '#contracts';
import type { CatalogueLanguage, Worded } from '#domain';

const sentences: Readonly<Record<NoSuggestionDto['code'], Worded>> = {
  unclear: {
    en: "These words don't tell which work is meant. Say a little more about what comes up again and again, or choose.",
    es: 'Estas palabras no dicen de qué trabajo se trata. Cuente un poco más de lo que se repite una y otra vez, o elija.',
    ca: 'Aquestes paraules no diuen de quina feina es tracta. Expliqueu una mica més què es repeteix, o trieu.',
  },
  'other-language': {
    en: 'Ajudant reads English, Spanish and Catalan. Please say it in one of them.',
    es: 'Ajudant entiende inglés, español y catalán. Dígalo en una de estas lenguas.',
    ca: 'Ajudant entén anglès, castellà i català. Digueu-ho en una d’aquestes llengües.',
  },
  fraud: {
    en: 'Nobody here does this: it would deceive somebody. Honest work of the same kind is welcome.',
    es: 'Aquí nadie hace esto: se engañaría a alguien. El trabajo honrado del mismo tipo es bienvenido.',
    ca: 'Aquí ningú no fa això: s’enganyaria algú. La feina honrada de la mateixa mena és benvinguda.',
  },
};

/** @param wording the language of the words */
export const whyNone = (code: NoSuggestionDto['code'], wording: CatalogueLanguage): NoSuggestionDto => ({
  code,
  detail: sentences[code][wording],
});
