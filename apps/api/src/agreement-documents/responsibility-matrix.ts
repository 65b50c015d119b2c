import { type Actor, marketplace } from '#access';
import {
  type AgreementVersion,
  type CatalogueLanguage,
  demand,
  type LegalParties,
  type LegalParty,
  partsOfLine,
  partsOfTerms,
  quoteOf,
  type Side,
  type TaxFacts,
  taxReasonOf,
  versionToQuote,
} from '#domain';
import type { PdfBlock, PdfDocument } from '#platform/pdf';
import { Injectable } from '@nestjs/common';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { AgreementReads } from '../agreements/agreement-reads.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { amountIn, dateIn, momentIn, shareIn } from '../worded-values.js';
import { TermsWords } from './terms-words.js';

interface MatrixQuery {
  readonly version?: number | undefined;
  readonly language?: CatalogueLanguage | undefined;
}

/** Who answers for what, how it is known to be done, how much and at what price, as a paper that both sides can keep. */
@Injectable()
export class ResponsibilityMatrix {
  constructor(
    private readonly agreements: AgreementReads,
    private readonly parties: AgreementParties,
    private readonly assistants: AssistantStore,
  ) {}

  /** The same version gives the same paper for ever. @throws DomainError `agreement.not-found`, `agreement.version-not-found` */
  async of(actor: Actor, id: string, { version: number, language = 'en' }: MatrixQuery): Promise<PdfDocument> {
    const { state: agreement } = await this.agreements.one(actor, id);
    const version = versionToQuote(agreement, number);
    demand(version !== undefined, 'agreement.version-not-found', { parameter: 'version', number });
    const parties = version.terms.parties ?? (await this.parties.legalParties(agreement));
    const { state: assistant } = await this.assistants.load(marketplace, agreement.assistantId);
    const words = new TermsWords(language);
    const fingerprint = words.sentence('fingerprint', { number: String(version.number), hash: version.contentHash });
    return {
      title: words.name('matrix'),
      author: 'Ajudant',
      subject: `${parties.agency.legalName} – ${parties.business.legalName}`,
      language,
      at: new Date(version.writtenAt),
      blocks: [
        { kind: 'heading', level: 1, text: words.name('matrix') },
        { kind: 'paragraph', tone: 'small', text: fingerprint },
        ...partiesOf(parties, words, language),
        {
          kind: 'facts',
          rows: [[words.name('named-assistant'), `${assistant.displayName}, ${assistant.professionalTitle}`]],
        },
        ...dutiesOf(version, words),
        ...priceOf(version, words, language),
        ...termsOf(version, words),
        ...suggestionsOf(version, words),
        ...signaturesOf(version, words, language),
      ],
      footer: {
        text: fingerprint,
        page: (page, of) => words.sentence('page', { page: String(page), of: String(of) }),
      },
    };
  }
}

function partiesOf({ agency, business }: LegalParties, words: TermsWords, language: CatalogueLanguage): PdfBlock[] {
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const column = (side: Side, party: LegalParty): PdfBlock[] => {
    const { address, registrationNumber, vatId, countryCode, legalName } = party;
    const town = [address?.postalCode, address?.city, address?.region].filter(Boolean).join(' ');
    const rows = [
      [words.name('address'), [address?.street, town, countries.of(countryCode)].filter(Boolean).join(', ')],
      [words.name('tax-id'), vatId],
      [words.name('registration'), registrationNumber],
    ] as const;
    const said = rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
    return [
      { kind: 'paragraph', tone: 'small', text: words.name(side) },
      { kind: 'paragraph', tone: 'strong', text: legalName },
      { kind: 'facts', rows: said },
    ];
  };
  return [{ kind: 'beside', columns: [column('agency', agency), column('business', business)] }];
}

function dutiesOf({ terms }: AgreementVersion, words: TermsWords): PdfBlock[] {
  const columns = [
    ['duty', 24],
    ['accountable', 18],
    ['doneCriterion', 30],
    ['quantity', 16],
    ['unitPrice', 12],
  ] as const;
  const rows = terms.lines.map((line) => {
    const parts = new Map(partsOfLine(line).map(({ field, value }) => [field, value] as const));
    const besides = {
      accountable: parts.get('mode') ?? null,
      quantity: parts.get('pack') ?? parts.get('rule') ?? null,
    };
    return columns.map(([field]) => {
      const text = words.value(parts.get(field) ?? null);
      const beside = field === 'accountable' || field === 'quantity' ? besides[field] : null;
      return beside === null ? text : `${text}: ${words.value(beside)}`;
    });
  });
  return [
    { kind: 'heading', level: 2, text: words.name('duties') },
    {
      kind: 'table',
      columns: columns.map(([field, share]) => ({
        title: words.name(field),
        share,
        align: field === 'unitPrice' ? 'end' : 'start',
      })),
      rows,
    },
  ];
}

function priceOf({ terms }: AgreementVersion, words: TermsWords, language: CatalogueLanguage): PdfBlock[] {
  const quote = quoteOf(terms);
  const money = (amount: typeof quote.total): string => amountIn(amount, language);
  return [
    { kind: 'heading', level: 2, text: words.name('price') },
    {
      kind: 'table',
      columns: [
        { title: words.name('duty'), share: 70 },
        { title: words.name('whole-term'), share: 30, align: 'end' },
      ],
      rows: quote.lines.map(({ lineId, subtotal }) => [
        terms.lines.find((line) => line.lineId === lineId)?.description ?? lineId,
        money(subtotal),
      ]),
      totals: [
        [words.sentence('commission', { share: shareIn(quote.commissionBps, language) }), money(quote.commission)],
        [words.sentence('tax', { share: shareIn(quote.taxBps, language) }), money(quote.tax)],
        [words.name('total'), money(quote.total)],
      ],
    },
    ...(quote.taxNote === ''
      ? []
      : [{ kind: 'paragraph', tone: 'small', text: taxSentence(quote, words, language) } as const]),
  ];
}

/** Why it is taxed as it is; a note of before that says no more than its category stays as it was signed. */
function taxSentence(facts: TaxFacts, words: TermsWords, language: CatalogueLanguage): string {
  const { category, countryCode, since, vatId, confirmedOn } = taxReasonOf(facts);
  if (category === 'standard' && countryCode !== null && since !== null) {
    const country = new Intl.DisplayNames(language, { type: 'region' }).of(countryCode) ?? countryCode;
    return words.sentence('tax-standard', { country, day: dateIn(since, language) });
  }
  if (category === 'reverse-charge' && vatId !== null)
    return confirmedOn === null
      ? words.sentence('tax-reverse-charge', { vatId })
      : words.sentence('tax-reverse-charge-confirmed', { vatId, day: dateIn(confirmedOn, language) });
  return category === 'outside-scope' ? words.name('tax-outside-scope') : facts.taxNote;
}

const termsOf = ({ terms }: AgreementVersion, words: TermsWords): PdfBlock[] => [
  { kind: 'heading', level: 2, text: words.name('terms') },
  {
    kind: 'facts',
    rows: partsOfTerms(terms).map(({ field, value }) => [
      words.name(field),
      field === 'notice' && value === null ? words.name('no-notice') : words.value(value),
    ]),
  },
];

function suggestionsOf({ terms }: AgreementVersion, words: TermsWords): PdfBlock[] {
  if (terms.adoptedSuggestions.length === 0) return [];
  const columns = ['suggestion', 'baseline', 'expectedEffect', 'measure'] as const;
  return [
    { kind: 'heading', level: 2, text: words.name('suggestions') },
    {
      kind: 'table',
      columns: columns.map((column) => ({ title: words.name(column), share: 25 })),
      rows: terms.adoptedSuggestions.map(({ title, baseline, expectedEffect, measure }) => [
        title,
        baseline,
        expectedEffect,
        measure,
      ]),
    },
  ];
}

function signaturesOf(version: AgreementVersion, words: TermsWords, language: CatalogueLanguage): PdfBlock[] {
  const said = (['agency', 'business'] as const).map((side): readonly [string, string] => {
    const acceptance = version.acceptances.find((one) => one.side === side);
    if (acceptance === undefined) return [words.name(side), words.name('not-accepted')];
    const at = momentIn(acceptance.acceptedAt, language, version.terms.timeZone);
    return [words.name(side), words.sentence(acceptance.standing ? 'accepted-beforehand' : 'accepted-at', { at })];
  });
  return [
    { kind: 'heading', level: 2, text: words.name('accepted') },
    { kind: 'facts', rows: said },
  ];
}
