import type { Chart } from '#domain';
import { csvOf } from '#platform/csv';
import type { KeptRecord } from '../../records/record.store.js';
import { comma, dayFirst, dueOn, numberOf, percent, whoIn, withheldBps } from './said-of-entry.js';

const withheldPercent = (entry: KeptRecord): string | null =>
  entry.withheldMinor === 0 ? null : String(withheldBps(entry) / 100).replace('.', ',');

/** What Holded calls a tax: its kind, side and percentage without the comma, as `s_iva_21`. A key that it doesn't know stops the import. */
const taxKey = (tax: 'iva' | 'ret', bps: number): string => `s_${tax}_${String(bps / 100).replace('.', '')}`;

/** One line each, with its price before tax. Whose address it is nobody says here. */
function holded(
  entries: readonly KeptRecord[],
  { number, vat, withheld }: Readonly<Record<'number' | 'vat' | 'withheld', (entry: KeptRecord) => Cell[]>>,
  numberHeadings: readonly string[],
): string {
  const headings = [
    ...numberHeadings,
    'Fecha dd/mm/yyyy',
    'Fecha de vencimiento dd/mm/yyyy',
    'Descripción',
    'Nombre del contacto',
    'NIF',
    'Dirección',
    'Población',
    'Código postal',
    'Provincia',
    'País',
    'Concepto',
    'Descripción del producto',
    'SKU',
    'Precio unidad',
    'Unidades',
    'Descuento %',
    'IVA %',
    'Retención %',
  ];
  const rows = entries.map((entry) => [
    ...number(entry),
    dayFirst(entry.datedOn),
    dayFirst(dueOn(entry)),
    entry.category,
    whoIn(entry),
    entry.counterpartVatId,
    null,
    null,
    null,
    null,
    null,
    entry.description,
    null,
    null,
    comma(entry, entry.netMinor),
    1,
    null,
    ...vat(entry),
    ...withheld(entry),
  ]);
  return csvOf([headings, ...rows], ';');
}

type Cell = string | null;

/** Columns of Holded's template for invoices of suppliers. https://help.holded.com/en/articles/7903146-import-your-purchase-invoices */
export const holdedPurchases = (entries: readonly KeptRecord[]): string =>
  holded(
    entries,
    {
      number: (entry) => [numberOf(entry)],
      vat: (entry) => [percent(entry)],
      withheld: (entry) => [withheldPercent(entry)],
    },
    ['Núm. factura'],
  );

/**
 * Columns of Holded's template for one's own invoices, which has that of the numbering as well, and wants taxes by their key.
 * https://help.holded.com/es/articles/10006614-importar-facturas-de-ventas-preguntas-frecuentes
 */
export const holdedSales = (entries: readonly KeptRecord[], { countryCode }: Pick<Chart, 'countryCode'>): string => {
  const isSpanish = countryCode === 'ES';
  return holded(
    entries,
    {
      number: (entry) => [numberOf(entry), null],
      vat: (entry) => [isSpanish && entry.vatRateBps !== null ? taxKey('iva', entry.vatRateBps) : percent(entry)],
      withheld: (entry) => [
        isSpanish && entry.withheldMinor !== 0 ? taxKey('ret', withheldBps(entry)) : withheldPercent(entry),
      ],
    },
    ['Núm. factura', 'Formato de numeración'],
  );
};

/**
 * The register books of VAT, by the names that the Agencia Tributaria gives their columns.
 * https://sede.agenciatributaria.gob.es/Sede/iva/libros-registro.html
 */
export const registerBook = (entries: readonly KeptRecord[], book: 'expedidas' | 'recibidas'): string =>
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
        'Base Imponible',
        'Tipo de IVA',
        book === 'expedidas' ? 'Cuota IVA Repercutida' : 'Cuota IVA Soportado',
        'Total Factura',
        'Tipo Retención del IRPF',
        'Importe Retenido del IRPF',
      ],
      ...entries.map((entry) => [
        entry.datedOn.slice(0, 4),
        `${Math.ceil(Number(entry.datedOn.slice(5, 7)) / 3)}T`,
        dayFirst(entry.datedOn),
        numberOf(entry),
        entry.counterpartVatId,
        whoIn(entry),
        book,
        entry.category,
        comma(entry, entry.netMinor),
        percent(entry),
        comma(entry, entry.vatMinor),
        comma(entry, entry.totalMinor),
        withheldPercent(entry),
        entry.withheldMinor === 0 ? null : comma(entry, entry.withheldMinor),
      ]),
    ],
    ';',
  );
