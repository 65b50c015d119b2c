import { csvOf } from '#platform/csv';
import type { KeptRecord } from '../../records/record.store.js';
import { comma, dayFirst, dueOn, numberOf, percent, whoIn, withheldBps } from './said-of-entry.js';

const withheldPercent = (entry: KeptRecord): string | null =>
  entry.withheldMinor === 0 ? null : String(withheldBps(entry) / 100).replace('.', ',');

/**
 * Columns of Holded's template for invoices: one line each, with its price before tax.
 * https://help.holded.com/en/articles/7903146-import-your-purchase-invoices
 */
export const holded = (entries: readonly KeptRecord[]): string =>
  csvOf(
    [
      [
        'Núm. factura',
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
      ],
      ...entries.map((entry) => [
        numberOf(entry),
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
        percent(entry),
        withheldPercent(entry),
      ]),
    ],
    ';',
  );

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
