import { csvOf } from '#platform/csv';
import type { KeptRecord } from '../../records/record.store.js';
import { amountText } from '../amount-text.js';
import type { YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../packed-text.js';

/** The entries in the tables that accounting programs import. */
export function accountingExports(year: YearOfBooks): PackedText[] {
  const of = (kind: KeptRecord['kind']): KeptRecord[] =>
    year.entries.filter((entry) => entry.kind === kind && entry.status !== 'withdrawn');
  const [bought, sold] = [of('expense'), of('income')];
  return [
    { path: 'exports/xero-bills.csv', text: xero(bought, 'INPUT') },
    { path: 'exports/xero-sales.csv', text: xero(sold, 'OUTPUT') },
    { path: 'exports/quickbooks-bills.csv', text: quickbooks(bought, 'Bill') },
    { path: 'exports/quickbooks-invoices.csv', text: quickbooks(sold, 'Invoice') },
    { path: 'exports/holded-purchases.csv', text: holded(bought) },
    { path: 'exports/holded-sales.csv', text: holded(sold) },
    { path: 'exports/a3-received.csv', text: registerBook(bought, 'recibidas') },
    { path: 'exports/a3-issued.csv', text: registerBook(sold, 'expedidas') },
  ];
}

const numberOf = ({ documentNumber, id }: KeptRecord): string => documentNumber ?? id.slice(-12);
const whoIn = ({ counterpart, description }: KeptRecord): string => counterpart ?? description;
const british = (date: string): string => date.split('-').toReversed().join('/');
const amount = (entry: KeptRecord, minor: number): string => amountText(minor, entry.currency);
/** With a comma, as programs of Spain read it. */
const comma = (entry: KeptRecord, minor: number): string => amount(entry, minor).replace('.', ',');

/** Columns of Xero's templates for bills and sales invoices; those with a star have to be there. https://central.xero.com/s/article/Import-bills */
const xero = (entries: readonly KeptRecord[], taxType: string): string =>
  csvOf([
    [
      '*ContactName',
      '*InvoiceNumber',
      '*InvoiceDate',
      '*DueDate',
      'Description',
      '*Quantity',
      '*UnitAmount',
      '*AccountCode',
    ].concat(['*TaxType', 'TaxAmount', 'Currency']),
    ...entries.map((entry) => [
      whoIn(entry),
      numberOf(entry),
      british(entry.datedOn),
      british(entry.paidOn ?? entry.datedOn),
      entry.description,
      1,
      amount(entry, entry.netMinor),
      entry.category,
      entry.vatMinor === 0 ? 'NONE' : taxType,
      amount(entry, entry.vatMinor),
      entry.currency,
    ]),
  ]);

/** https://quickbooks.intuit.com/learn-support/en-uk/help-article/import-bills */
const quickbooks = (entries: readonly KeptRecord[], what: 'Bill' | 'Invoice'): string =>
  csvOf([
    [`${what} No.`, what === 'Bill' ? 'Supplier' : 'Customer', `${what} Date`, 'Due Date', 'Memo', 'Account'].concat([
      'Line Description',
      'Line Amount',
      'Line Tax Amount',
      'Currency',
    ]),
    ...entries.map((entry) => [
      numberOf(entry),
      whoIn(entry),
      british(entry.datedOn),
      british(entry.paidOn ?? entry.datedOn),
      entry.description,
      entry.category,
      entry.description,
      amount(entry, entry.netMinor),
      amount(entry, entry.vatMinor),
      entry.currency,
    ]),
  ]);

/** Columns of Holded's template for documents. https://help.holded.com */
const holded = (entries: readonly KeptRecord[]): string =>
  csvOf(
    [
      [
        'Núm. documento',
        'Fecha',
        'Contacto',
        'NIF',
        'Concepto',
        'Cuenta',
        'Base',
        '% IVA',
        'IVA',
        'Total',
        'Fecha de pago',
      ],
      ...entries.map((entry) => [
        numberOf(entry),
        british(entry.datedOn),
        whoIn(entry),
        entry.counterpartVatId,
        entry.description,
        entry.category,
        comma(entry, entry.netMinor),
        entry.vatRateBps === null ? null : String(entry.vatRateBps / 100).replace('.', ','),
        comma(entry, entry.vatMinor),
        comma(entry, entry.totalMinor),
        entry.paidOn === null ? null : british(entry.paidOn),
      ]),
    ],
    ';',
  );

/**
 * The register books of VAT, which A3 imports, by the names that the Agencia Tributaria gives their columns.
 * https://sede.agenciatributaria.gob.es/Sede/iva/libros-registro.html
 */
const registerBook = (entries: readonly KeptRecord[], book: 'expedidas' | 'recibidas'): string =>
  csvOf(
    [
      [
        'Ejercicio',
        'Periodo',
        'Fecha Expedición',
        'Identificación de la Factura',
        'NIF',
        'Nombre',
        'Libro',
        'Cuenta',
      ].concat([
        'Base Imponible',
        'Tipo de IVA',
        book === 'expedidas' ? 'Cuota IVA Repercutida' : 'Cuota IVA Soportado',
        'Total Factura',
      ]),
      ...entries.map((entry) => [
        entry.datedOn.slice(0, 4),
        `${Math.ceil(Number(entry.datedOn.slice(5, 7)) / 3)}T`,
        british(entry.datedOn),
        numberOf(entry),
        entry.counterpartVatId,
        whoIn(entry),
        book,
        entry.category,
        comma(entry, entry.netMinor),
        entry.vatRateBps === null ? null : String(entry.vatRateBps / 100).replace('.', ','),
        comma(entry, entry.vatMinor),
        comma(entry, entry.totalMinor),
      ]),
    ],
    ';',
  );
