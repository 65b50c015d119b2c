import type { packLanguages } from '#contracts';
import type { GapKind, RecordKind } from '#domain';

type Language = (typeof packLanguages)[number];

/** The words of a pack's page. */
export interface PackWords {
  readonly language: Language;
  readonly title: string;
  readonly period: string;
  readonly figures: string;
  readonly entries: string;
  readonly documents: string;
  readonly missing: string;
  readonly nothingMissing: string;
  readonly files: string;
  readonly checkedBy: string;
  readonly kept: string;
  readonly copy: string;
  readonly totals: string;
  readonly noCategory: string;
  /** Of what belongs into a return and is in none of its boxes. */
  readonly outside: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  readonly gaps: Readonly<Record<GapKind, string>>;
}

export const packWords: Readonly<Record<Language, PackWords>> = {
  en: {
    language: 'en',
    title: 'Tax year',
    period: 'Period',
    figures: 'Figures to copy',
    entries: 'Entries',
    documents: 'Documents',
    missing: 'What is missing',
    nothingMissing: 'Nothing is missing.',
    files: 'What is in here',
    checkedBy: 'index.csv has the SHA-256 of each file; `npm run verify-pack` checks them.',
    kept: 'Keep it for {years} years. {source}',
    copy: 'They follow from the entries by the rule named beside them; whoever declares answers for them.',
    totals: 'Totals by category and rate',
    noCategory: 'no category',
    outside: 'In no box, as rate or category are missing or have none: net amount',
    kinds: {
      income: 'Income',
      expense: 'Expense',
      mileage: 'Mileage',
      'bank-line': 'Line of the bank',
    },
    gaps: {
      'month-empty': 'a month with nothing',
      waiting: 'not looked at by the business',
      'without-category': 'without a category',
      'without-document': 'without its document',
      'bank-line-without-entry': 'line of the bank without an entry',
      unpaid: 'not paid',
      'number-missing': 'number missing in the series',
      'vat-does-not-multiply': 'tax is not what the rate gives',
    },
  },
  es: {
    language: 'es',
    title: 'Año fiscal',
    period: 'Periodo',
    figures: 'Cifras para copiar',
    entries: 'Asientos',
    documents: 'Documentos',
    missing: 'Qué falta',
    nothingMissing: 'No falta nada.',
    files: 'Qué contiene',
    checkedBy: 'index.csv lleva el SHA-256 de cada archivo; `npm run verify-pack` los comprueba.',
    kept: 'Consérvelo {years} años. {source}',
    copy: 'Salen de los asientos según la norma indicada; responde de ellas quien las declara.',
    totals: 'Totales por categoría y tipo',
    noCategory: 'sin categoría',
    outside: 'En ninguna casilla, por falta de tipo o categoría con casilla: base',
    kinds: {
      income: 'Ingreso',
      expense: 'Gasto',
      mileage: 'Kilometraje',
      'bank-line': 'Movimiento del banco',
    },
    gaps: {
      'month-empty': 'un mes sin nada',
      waiting: 'sin revisar por la empresa',
      'without-category': 'sin categoría',
      'without-document': 'sin su documento',
      'bank-line-without-entry': 'movimiento del banco sin asiento',
      unpaid: 'sin pagar',
      'number-missing': 'falta un número de la serie',
      'vat-does-not-multiply': 'el IVA no sale con ese tipo',
    },
  },
  ca: {
    language: 'ca',
    title: 'Any fiscal',
    period: 'Període',
    figures: 'Xifres per copiar',
    entries: 'Assentaments',
    documents: 'Documents',
    missing: 'Què hi falta',
    nothingMissing: 'No hi falta res.',
    files: 'Què hi ha aquí',
    checkedBy: 'index.csv porta el SHA-256 de cada fitxer; `npm run verify-pack` els comprova.',
    kept: 'Guardeu-lo {years} anys. {source}',
    copy: 'Surten dels assentaments segons la norma indicada; en respon qui les declara.',
    totals: 'Totals per categoria i tipus',
    noCategory: 'sense categoria',
    outside: 'En cap casella, perquè falta un tipus o una categoria que en tingui: base',
    kinds: {
      income: 'Ingrés',
      expense: 'Despesa',
      mileage: 'Quilometratge',
      'bank-line': 'Moviment del banc',
    },
    gaps: {
      'month-empty': 'un mes sense res',
      waiting: 'sense revisar per l’empresa',
      'without-category': 'sense categoria',
      'without-document': 'sense el document',
      'bank-line-without-entry': 'moviment del banc sense assentament',
      unpaid: 'sense pagar',
      'number-missing': 'falta un número de la sèrie',
      'vat-does-not-multiply': 'l’IVA no surt amb aquest tipus',
    },
  },
};
