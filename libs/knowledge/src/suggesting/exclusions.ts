import type { Word } from './words.js';

/** What a clause says of its own words, written folded and with single spaces. */
const excluding: readonly RegExp[] = [
  // Not wanted.
  /\b(?:do not|don't|dont|doesn't|no longer) need\b/,
  /\b(?:don't|dont|do not) want (?:any )?help (?:with|on)\b/,
  /\b(?:no|not) (?:help|ayuda|ajuda) (?:with|con|amb)\b/,
  /\bno (?:necesito|necesitamos|hace falta|me hace falta|nos hace falta|quiero ayuda con)\b/,
  /\bno (?:necessito|necessitem|cal|em cal|ens cal|fa falta|em fa falta|vull ajuda amb)\b/,
  /^(?:just |but )?not (?:the|my|our|for|with|about)\b/,
  // All but that.
  /^(?:and |but )?(?:except|excluding|apart from|aside from|other than|leaving out)\b/,
  /\b(?:everything|all|anything) (?:but|except|apart from|other than)\b/,
  /^(?:y |i |pero |pero no )?(?:menos|excepto|salvo|quitando|aparte de|menys|excepte|llevat|tret|a banda)\b/,
  /\b(?:todo|tot) (?:menos|excepto|salvo|menys|excepte|llevat|tret)\b/,
  // Somebody does it already.
  /\balready (?:have|has|got) (?:someone|somebody|an? (?:accountant|bookkeeper|agency|person|colleague|service))\b/,
  /\balready (?:do|does|done|handles?|handled|looks? after|takes? care|taken care|sorted|covered)\b/,
  /\b(?:is|are) (?:taken care of|covered|sorted|handled|dealt with)\b/,
  /\bya (?:se|me|nos)? ?(?:lo|la|los|las|encarga|encargan|ocupa|ocupan)\b.*\b(?:encarga|encargan|ocupa|ocupan|lleva|llevan|hace|hacen)\b/,
  /\bya se (?:encarga|encargan|ocupa|ocupan)\b/,
  /\bya (?:tengo|tenemos|hay) (?:a alguien|quien|gestor|gestora|contable|asesor|asesoria)\b/,
  /\bja (?:se n'|s'|me'n |me n'|em |ens )?(?:en |ho |la |el |els |les )?(?:encarrega|encarreguen|ocupa|ocupen|porta|porten|fa|fan)\b/,
  /\bja (?:tinc|tenim|hi ha) (?:algu|qui|gestor|gestora|comptable|assessor|assessoria|gestoria)\b/,
];

/** Somebody whose trade it is does it; that alone may be a complaint, but not where another clause says what is wanted. */
const doneByOthers: readonly RegExp[] = [
  /\b(?:accountant|bookkeeper|adviser|advisor|gestor|lawyer|agency) (?:does|handles|manages|keeps|takes care of|looks after|deals with)\b/,
  /\bse (?:encarga|encargan|ocupa|ocupan)\b|\b(?:lo|la|los|las) (?:lleva|llevan|hace) (?:el|la|mi|nuestra|nuestro|un|una)\b/,
  /\b(?:se n'|s'|se )(?:encarrega|encarreguen|ocupa|ocupen|cuida|cuiden)\b|\b(?:ho|la|els|les) (?:porta|porten|fa) (?:el|la|l'|un|una)\b/,
  // Somebody near does it.
  /\b(?:my|our) (?:wife|husband|partner|sister|brother|son|daughter|mother|father|niece|nephew|cousin|colleague) (?:already )?(?:does|handles|keeps|looks after|deals with)\b/,
  /\b(?:mi|nuestra|nuestro) (?:mujer|marido|pareja|hermana|hermano|hijo|hija|madre|padre|sobrina|sobrino|cunado|cunada|socio|socia|companera|companero) (?:ya )?(?:lo |la |los |las |me )?(?:lleva|hace|se encarga|se ocupa)\b/,
  /\b(?:meva|meu|nostra|nostre) (?:dona|home|parella|germana|germa|fill|filla|mare|pare|neboda|nebot|cunyada|cunyat|soci|socia|companya|company) (?:ja )?(?:ho |la |el |els |les |em )?(?:porta|fa|se'n|s'encarrega|s'ocupa)\b/,
  // `no bookkeeping please, only the phone`
  /^(?:please )?no .+ please$/,
  /\bno (?:quiero|queremos) que (?:me|nos) (?:lleven|hagan|gestionen|toquen)\b/,
  /\bno (?:vull|volem) que (?:em|ens) (?:portin|facin|gestionin|toquin)\b/,
];
const wishing =
  /\b(?:want|need|just|only|looking for|quiero|queremos|necesito|necesitamos|busco|solo|vull|volem|necessito|necessitem|busquem|nomes)\b/;

/** Which of the clauses name what is not wanted; none where nothing else is said. */
export function excludedClauses(text: string, clauses: readonly (readonly Word[])[]): ReadonlySet<number> {
  const said = clauses.map((words) => sentenceOf(text, words));
  const excluded = new Set<number>();
  said.forEach((sentence, at) => {
    const others = said.filter((_, other) => other !== at);
    const isExcluded =
      excluding.some((pattern) => pattern.test(sentence)) ||
      // `redes no, solo el boletín`; `la comptabilitat no, el telèfon sí`
      (sentence.endsWith(' no') && (wishing.test(said[at + 1] ?? '') || (said[at + 1] ?? '').endsWith(' si'))) ||
      // `not payroll, but invoices`
      (/^not\b/.test(sentence) && /^(?:but|just|only)\b/.test(said[at + 1] ?? '')) ||
      // `everything but invoicing` is cut before its `but`.
      (/^but\b/.test(sentence) && /\b(?:everything|all|anything)$/.test(said[at - 1] ?? '')) ||
      (others.some((other) => wishing.test(other)) && doneByOthers.some((pattern) => pattern.test(sentence)));
    if (isExcluded) excluded.add(at);
  });
  return excluded.size === clauses.length ? new Set() : excluded;
}

/** As it is typed, but folded as its words are, with what leans on them. */
function sentenceOf(text: string, words: readonly Word[]): string {
  return foldSentence(text.slice(words[0]!.start, words.at(-1)!.end));
}

const foldSentence = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
