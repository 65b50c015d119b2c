import {
  add,
  type CatalogueLanguage,
  type CreditNote,
  decimalText,
  type Invoice,
  type LegalParty,
  type Money,
  taxReasonOf,
} from '#domain';
import { type PdfBlock, type PdfDocument, pdfOf } from '#platform/pdf';
import { encode } from 'uqr';
import { ciiOf } from './cii.js';
import { eCreditNoteOf, eInvoiceOf, type EPayment, notInStandard } from './e-invoice.js';
import { facturXMetadata } from './factur-x.js';
import { type InvoiceWords, invoiceWords, taxNoteOf } from './invoice-words.js';

/** How a language writes days and amounts. */
class Writing {
  readonly words: InvoiceWords;
  private readonly days: Intl.DateTimeFormat;

  constructor(readonly language: CatalogueLanguage) {
    this.words = invoiceWords[language];
    this.days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  }

  day(date: string): string {
    return this.days.format(new Date(`${date}T00:00:00Z`));
  }

  money(amount: Money): string {
    const format = new Intl.NumberFormat(this.language, { style: 'currency', currency: amount.currency });
    // As text: no amount becomes a floating point number.
    return format.format(decimalText(amount) as `${number}`);
  }

  share(bps: number): string {
    return new Intl.NumberFormat(this.language, { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000);
  }

  number(count: number): string {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 }).format(count);
  }
}

/** An invoice to read, with its XML of EN 16931 inside where it can have one (Factur-X 1.0, profile EN 16931). */
export function invoicePdf(
  invoice: Invoice,
  { payment, qr }: { payment: EPayment | null; qr: string | null },
  language: CatalogueLanguage,
): Promise<Buffer> {
  const writing = new Writing(language);
  const { words } = writing;
  const rows = [
    ...invoice.lines.map((line) => [
      line.description,
      `${writing.number(line.quantity)} ${line.unit}`,
      writing.money(line.unitPrice),
      writing.money(line.amount),
    ]),
    ...invoice.hours.map((line) => [
      line.pack
        ? `${line.description} (${words.hourPack}, ${writing.day(line.pack.periodFrom)} – ${writing.day(line.pack.periodTo)})`
        : line.description,
      `${writing.number(line.minutes / 60)} h`,
      `${writing.money(line.hourlyRate)} / ${words.perHour}`,
      writing.money(line.amount),
    ]),
    ...invoice.lateFees.map((fee) => [
      words.lateCancellation,
      '1',
      writing.money(fee.amount),
      writing.money(fee.amount),
    ]),
  ];
  const title = `${words.invoice} ${invoice.number}`;
  const facts: [string, string][] = [
    [words.issuedOn, writing.day(invoice.issuedOn)],
    [words.dueOn, writing.day(invoice.dueOn)],
    [words.period, `${writing.day(invoice.periodFrom)} – ${writing.day(invoice.periodTo)}`],
    [words.contract, invoice.agreementId],
  ];
  const blocks: PdfBlock[] = [
    { kind: 'heading', level: 1, text: title },
    ...qrOf(qr, words),
    ...partiesOf(invoice, words),
    { kind: 'facts', rows: facts },
    tableOf(rows, invoice, writing),
    ...taxNote(invoice, words),
    ...(invoice.selfBilled ? [{ kind: 'paragraph', text: words.selfBilled, tone: 'strong' } as const] : []),
    ...paymentOf(payment, words),
  ];
  const xml = notInStandard(invoice) === null ? ciiOf(eInvoiceOf(invoice, payment, language)) : null;
  return pdfOf(documentOf(invoice, { title, blocks, xml }, writing));
}

/** A credit note to read, with its XML inside as well. */
export function creditNotePdf(creditNote: CreditNote, qr: string | null, language: CatalogueLanguage): Promise<Buffer> {
  const writing = new Writing(language);
  const { words } = writing;
  const title = `${words.creditNote} ${creditNote.number}`;
  const amount = writing.money(creditNote.subtotal);
  const blocks: PdfBlock[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: words.corrects(creditNote.invoiceNumber, writing.day(creditNote.invoiceIssuedOn)) },
    ...qrOf(qr, words),
    ...partiesOf(creditNote, words),
    {
      kind: 'facts',
      rows: [
        [words.issuedOn, writing.day(creditNote.issuedOn)],
        [words.contract, creditNote.agreementId],
      ],
    },
    tableOf([[creditNote.reason, '1', amount, amount]], creditNote, writing),
    ...taxNote(creditNote, words),
  ];
  const xml = notInStandard(creditNote) === null ? ciiOf(eCreditNoteOf(creditNote, language)) : null;
  return pdfOf(documentOf(creditNote, { title, blocks, xml }, writing));
}

function documentOf(
  of: Invoice | CreditNote,
  { title, blocks, xml }: { title: string; blocks: PdfBlock[]; xml: string | null },
  { words, language }: Writing,
): PdfDocument {
  const seller = of.parties?.agency;
  const name = seller?.legalName ?? '';
  return {
    title,
    author: name,
    language,
    at: new Date(of.issuedAt),
    blocks,
    footer: { text: [title, name].filter((part) => part !== '').join(' · '), page: words.page },
    ...(xml !== null && {
      files: [
        {
          name: 'factur-x.xml',
          mediaType: 'text/xml',
          description: title,
          bytes: Buffer.from(xml),
          relationship: 'Alternative' as const,
        },
      ],
      metadata: facturXMetadata,
    }),
  };
}

/** Before anything else, thirty to forty millimetres wide, with correction M (Orden HAC/1177/2024, art. 21). */
function qrOf(address: string | null, words: InvoiceWords): PdfBlock[] {
  if (address === null) return [];
  const { data } = encode(address, { ecc: 'M', border: 2 });
  return [
    { kind: 'paragraph', text: words.qr, tone: 'strong' },
    { kind: 'squares', rows: data, millimetres: 35, alternative: address },
  ];
}

function partiesOf({ parties }: Pick<Invoice, 'parties'>, words: InvoiceWords): PdfBlock[] {
  if (parties === null) return [];
  const column = (title: string, party: LegalParty): PdfBlock[] => [
    { kind: 'heading', level: 3, text: title },
    { kind: 'paragraph', text: linesOf(party, words).join('\n') },
  ];
  return [{ kind: 'beside', columns: [column(words.from, parties.agency), column(words.to, parties.business)] }];
}

function linesOf({ legalName, address, countryCode, vatId, registrationNumber }: LegalParty, words: InvoiceWords) {
  const city = [address?.postalCode, address?.city].filter(Boolean).join(' ');
  return [
    legalName,
    address?.street ?? '',
    city,
    [address?.region, countryCode].filter(Boolean).join(', '),
    vatId === null ? '' : `${words.vatId}: ${vatId}`,
    registrationNumber === null ? '' : `${words.registration}: ${registrationNumber}`,
  ].filter((line) => line !== '');
}

function tableOf(rows: string[][], of: Invoice | CreditNote, writing: Writing): PdfBlock {
  const { words } = writing;
  const sum = (name: string, amount: Money): string[] => [name, '', '', writing.money(amount)];
  return {
    kind: 'table',
    columns: [
      { title: words.what, share: 5 },
      { title: words.quantity, share: 1.6, align: 'end' },
      { title: words.price, share: 1.8, align: 'end' },
      { title: words.amount, share: 1.6, align: 'end' },
    ],
    rows,
    totals: [
      sum(words.subtotal, of.subtotal),
      sum(words.commission, of.commission),
      sum(`${words.tax} ${writing.share(of.taxBps)} (${writing.money(add(of.subtotal, of.commission))})`, of.tax),
      sum(words.total, of.total),
    ],
  };
}

function taxNote(of: Invoice | CreditNote, words: InvoiceWords): PdfBlock[] {
  const text = taxNoteOf(taxReasonOf(of), words);
  return text === '' ? [] : [{ kind: 'paragraph', text, tone: 'strong' }];
}

function paymentOf(payment: EPayment | null, words: InvoiceWords): PdfBlock[] {
  if (payment === null) return [];
  return [
    { kind: 'heading', level: 2, text: words.payment },
    {
      kind: 'facts',
      rows: [
        [words.holder, payment.payee],
        [words.iban, inGroups(payment.iban)],
        [words.reference, inGroups(payment.reference)],
      ],
    },
  ];
}

/** In groups of four, as on paper. */
const inGroups = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
