import type { CatalogueLanguage, TaxCategory, TaxReason } from '#domain';

/** What stands on documents beside what is theirs. */
export interface InvoiceWords {
  readonly invoice: string;
  readonly creditNote: string;
  readonly corrects: (number: string, date: string) => string;
  readonly from: string;
  readonly to: string;
  readonly vatId: string;
  readonly registration: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly period: string;
  readonly contract: string;
  readonly what: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
  readonly perHour: string;
  /** Before the dates of a pack of hours. */
  readonly hourPack: string;
  readonly lateCancellation: string;
  readonly subtotal: string;
  readonly commission: string;
  readonly tax: string;
  readonly total: string;
  readonly payment: string;
  readonly holder: string;
  readonly iban: string;
  readonly reference: string;
  readonly qr: string;
  /** As Directive 2006/112/EC, art. 226(10a), and RD 1619/2012, art. 6.1.l, word it. */
  readonly selfBilled: string;
  readonly untaxed: Readonly<Record<TaxCategory, string>>;
  readonly standardRate: (countryCode: string, since: string) => string;
  readonly customerVatId: (vatId: string, confirmedOn: string | null) => string;
  readonly page: (number: number, of: number) => string;
}

export const invoiceWords: Readonly<Record<CatalogueLanguage, InvoiceWords>> = {
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    corrects: (number, date) => `Corrects invoice ${number} of ${date}.`,
    from: 'From',
    to: 'To',
    vatId: 'VAT id',
    registration: 'Registration number',
    issuedOn: 'Issued on',
    dueOn: 'To be paid by',
    period: 'For work accepted',
    contract: 'Agreement',
    what: 'What was done',
    quantity: 'Quantity',
    price: 'Price',
    amount: 'Amount',
    perHour: 'hour',
    hourPack: 'pack of hours',
    lateCancellation: 'Called off or moved late',
    subtotal: 'Work',
    commission: 'Commission of the marketplace',
    tax: 'VAT',
    total: 'Total',
    payment: 'How to pay',
    holder: 'Account holder',
    iban: 'IBAN',
    reference: 'Reference',
    // Spain's rules want these words, whatever the language.
    qr: 'QR tributario:',
    selfBilled: 'Self-billing',
    untaxed: {
      standard: '',
      'reverse-charge': 'Reverse charge: the customer owes the VAT (Article 196 of Directive 2006/112/EC).',
      'outside-scope': 'Outside the scope of VAT.',
    },
    standardRate: (countryCode, since) => `Standard rate of VAT in ${countryCode} since ${since}.`,
    customerVatId: (vatId, on) =>
      on === null ? `VAT id ${vatId}, not confirmed by a register so far.` : `VAT id ${vatId}, valid on ${on}.`,
    page: (number, of) => `Page ${number} of ${of}`,
  },
  es: {
    invoice: 'Factura',
    creditNote: 'Factura rectificativa',
    corrects: (number, date) => `Rectifica la factura ${number} de ${date}.`,
    from: 'De',
    to: 'Para',
    vatId: 'NIF-IVA',
    registration: 'Número de registro',
    issuedOn: 'Fecha de expedición',
    dueOn: 'Vencimiento',
    period: 'Trabajo aceptado',
    contract: 'Acuerdo',
    what: 'Concepto',
    quantity: 'Cantidad',
    price: 'Precio',
    amount: 'Importe',
    perHour: 'hora',
    hourPack: 'bono de horas',
    lateCancellation: 'Anulado o movido fuera de plazo',
    subtotal: 'Trabajo',
    commission: 'Comisión del mercado',
    tax: 'IVA',
    total: 'Total',
    payment: 'Cómo pagar',
    holder: 'Titular de la cuenta',
    iban: 'IBAN',
    reference: 'Referencia',
    qr: 'QR tributario:',
    selfBilled: 'Facturación por el destinatario',
    untaxed: {
      standard: '',
      'reverse-charge': 'Inversión del sujeto pasivo (artículo 196 de la Directiva 2006/112/CE).',
      'outside-scope': 'Operación no sujeta a IVA.',
    },
    standardRate: (countryCode, since) => `Tipo general del IVA en ${countryCode} desde el ${since}.`,
    customerVatId: (vatId, on) =>
      on === null ? `NIF-IVA ${vatId}, aún sin confirmar en un registro.` : `NIF-IVA ${vatId}, válido el ${on}.`,
    page: (number, of) => `Página ${number} de ${of}`,
  },
  ca: {
    invoice: 'Factura',
    creditNote: 'Factura rectificativa',
    corrects: (number, date) => `Rectifica la factura ${number} de ${date}.`,
    from: 'De',
    to: 'Per a',
    vatId: 'NIF-IVA',
    registration: 'Número de registre',
    issuedOn: 'Data d’expedició',
    dueOn: 'Venciment',
    period: 'Feina acceptada',
    contract: 'Acord',
    what: 'Concepte',
    quantity: 'Quantitat',
    price: 'Preu',
    amount: 'Import',
    perHour: 'hora',
    hourPack: 'bo d’hores',
    lateCancellation: 'Anul·lat o mogut fora de termini',
    subtotal: 'Feina',
    commission: 'Comissió del mercat',
    tax: 'IVA',
    total: 'Total',
    payment: 'Com es paga',
    holder: 'Titular del compte',
    iban: 'IBAN',
    reference: 'Referència',
    qr: 'QR tributario:',
    selfBilled: 'Facturació pel destinatari',
    untaxed: {
      standard: '',
      'reverse-charge': 'Inversió del subjecte passiu (article 196 de la Directiva 2006/112/CE).',
      'outside-scope': 'Operació no subjecta a l’IVA.',
    },
    standardRate: (countryCode, since) => `Tipus general de l’IVA a ${countryCode} des del ${since}.`,
    customerVatId: (vatId, on) =>
      on === null ? `NIF-IVA ${vatId}, encara sense confirmar en cap registre.` : `NIF-IVA ${vatId}, vàlid el ${on}.`,
    page: (number, of) => `Pàgina ${number} de ${of}`,
  },
};

/** Why a document is taxed as it is, in its language: what was signed with the terms is in English. */
export function taxNoteOf(
  { category, countryCode, since, vatId, confirmedOn }: TaxReason,
  words: InvoiceWords,
): string {
  const rate = countryCode === null || since === null ? '' : words.standardRate(countryCode, since);
  const customer = vatId === null ? '' : words.customerVatId(vatId, confirmedOn);
  return [words.untaxed[category], rate, customer].filter((part) => part !== '').join(' ');
}
