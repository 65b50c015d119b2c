import type { CatalogueLanguage } from '#domain';

/** A word of a text and where it stands, in UTF-16 code units: [start, end). */
export interface Word {
  /** Lower case, without accents, without what leans on it (`l'agenda` gives `agenda`). */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** A hyphen alone stands between it and the word before: what both spell together may be the word that is meant. */
  readonly hyphened: boolean;
}

/** Marks that belong to the letter before, and what nobody sees: they stand in words, and say nothing. */
const unseen = String.raw`\p{M}\p{Cf}\u115f\u1160\u3164\uffa0`;
const letters = String.raw`[\p{L}\p{N}][\p{L}\p{N}${unseen}]*`;
/** `e-mail` is `email` to everybody. */
const wordPattern = new RegExp(`(?:\\be[${unseen}]*[-‐‑](?=\\p{L}{3}))?${letters}(?:['’·.]${letters})*`, 'giu');
const elision = /^(?:[dlmnst]|qu)['’](?=\p{L})/u;
/** Of Catalan pronouns and English possessives: `compra'n`, `client's`. */
const leaning = /(?<=\p{L}{2})['’](?:ns?|ls?|m|s)$/u;

export function wordsOf(text: string): Word[] {
  let last = -1;
  return [...text.matchAll(wordPattern)].map((match) => {
    const whole = withoutUnseen(match[0]).toLowerCase();
    const hyphened = last >= 0 && /^[-‐‑]$/.test(text.slice(last, match.index));
    last = match.index + match[0].length;
    return {
      plain: fold(whole.replace(elision, '').replace(leaning, '')).replace(/[-‐‑]/g, ''),
      start: match.index,
      end: last,
      hyphened,
    };
  });
}

const withoutUnseen = (text: string): string => text.normalize('NFC').replace(/[\p{Cf}\u115f\u1160\u3164\uffa0]/gu, '');

/** Without accents and the Catalan middle dot, so that hurried writing matches careful writing. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f·]/g, '')
    .replace(/[’]/g, "'");

/** Words that say nothing about the trouble; written folded. */
export const stopWords: Readonly<Record<CatalogueLanguage, ReadonlySet<string>>> = {
  en: setOf(`a about after again all always am an and any are aren't as at be because been before being but by can can't
    cannot could couldn't did didn't do does doesn't doing don't down during each either else even ever every few for from
    get gets getting go goes going got had has hasn't have haven't having he her here him his how i i'd i'll i'm i've if in
    into is isn't it it's its just keep keeps like lot lots many may me might more most much my myself need needs never no
    nobody none nor not nothing now of off often on once one only or other our out over own quite really same she should
    so some somebody someone something still such than that that's the their them then there there's these they they're
    this those through to too under until up us very want wants was wasn't we we'd we're we've well were what when where
    which while who whose why will with without won't would yet you your`),
  es: setOf(`a al algo alguien alguna algunas alguno algunos ante antes aquel aquella aqui asi aun aunque bastante bien cada
    casi como con cual cuando cuanto de del demasiado desde donde dos e el ella ellas ellos en entre era eran es esa esas
    ese eso esos esta estan estas este esto estos estoy fue ha hace hacen hacer hago han hasta hay he hemos igual ir la las
    le les lo los mas me mi mis mismo mucha muchas mucho muchos muy nada nadie necesito necesitamos ni ningun ninguna no
    nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poca poco por porque puede
    puedo pues que quien quiero se sea ser si sido siempre sin sino sobre solo somos son soy su sus tal tambien tampoco
    tan tanto te tener tengo tenemos tiene tienen toda todas todavia todo todos tu tus un una unas uno unos va vamos van
    vez voy y ya yo`),
  ca: setOf(`a abans aixi aixo al algu alguna algunes alguns als altra altre altres amb aquell aquella aquest aquesta aquests
    aquestes be cada cal cap com cosa coses d' dalt de del dels des despres doncs dos durant e el ella elles ells els em en
    encara ens entre era es esta estan estem estic et fa faig fan fem fer fins ha han has hem hi ho i jo ja l la les li lo
    llur mai massa me mes meu meus meva meves mi mitja mol molt molta moltes molts ni ningu no nosaltres nostra nostre
    nostres o on p per pero perque poc poca pot puc quan quant que quelcom qui res s sempre sense ser seu seus seva seves
    si sobre soc som son sota tal tambe tampoc tan tant te tenen tenim tens tinc tot tota totes tothom tots tu un una unes
    uns va vaig van vull y ho hi ne me nhi los lo nos vos us li els n l m t ens ja havia havien era eren sigui fos fan feia
    vam vas vau veure deu sap`),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(fold));
}

/** Cuts a text where one trouble ends and the next begins: at marks, and at words that join sentences. */
export function clausesOf(text: string): Word[][] {
  const clauses: Word[][] = [];
  let clause: Word[] = [];
  let last = 0;
  for (const word of wordsOf(text)) {
    const between = text.slice(last, word.start);
    if (clause.length > 0 && (/[.,;:!?¡¿()\n—–]/.test(between) || joiners.has(word.plain))) {
      clauses.push(clause);
      clause = [];
    }
    clause.push(word);
    last = word.end;
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

const joiners = setOf('and but plus also y pero ademas i pero tambe');
