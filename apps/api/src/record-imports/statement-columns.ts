import type { ColumnMappingDto } from '#contracts';
import { decimalOf } from './written-amount.js';
import { dateOrderOf } from './written-date.js';

export type Column = 'date' | 'amount' | 'outgoing' | 'description' | 'counterpart' | 'reference';
export const columns: readonly Column[] = ['date', 'amount', 'outgoing', 'description', 'counterpart', 'reference'];

/** What banks of the three languages call their columns, without accents, signs and what stands in brackets; the best first. */
const usualNames: Readonly<Record<Column, readonly string[]>> = {
  date: listed(`fecha operacion, f operacion, fecha de operacion, f oper, fecha contable, f contable, fecha movimiento, data operacio,
    data d operacio, data moviment, booking date, posting date, posted date, transaction date, date, fecha, data, value date,
    fecha valor, f valor, data valor, completed date`),
  amount:
    listed(`amount, importe, import, quantia, importe de la operacion, importe operacion, transaction amount, value, credit,
    credit amount, paid in, money in, haber, abono, abonos, abonament, ingresos`),
  outgoing: listed('debit, debit amount, paid out, money out, debe, cargo, cargos, carrec, carrecs'),
  description:
    listed(`description, transaction description, concept, concepto, concepte, descripcion, descripcio, details, narrative,
    memo, reference text, movimiento, moviment, detalle, observaciones, type`),
  counterpart:
    listed(`counterpart, counter party, payee, name, beneficiario, beneficiari, contraparte, contrapart, ordenante,
    beneficiary, merchant`),
  reference: listed('transaction id, id, reference, referencia, referencia 1'),
};

function listed(names: string): readonly string[] {
  return names.split(/,\s+/);
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\b(?:eur|gbp|usd)\b/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which name means a column by itself: the best of those that do. */
function nameOf(column: Column, names: readonly string[]): string | undefined {
  const known = usualNames[column];
  const ranked = names
    .map((name) => ({ name, rank: known.indexOf(plain(name)) }))
    .filter(({ rank }) => rank !== -1)
    .toSorted((one, other) => one.rank - other.rank);
  return ranked[0]?.name;
}

/** How many columns say by their names what they are; nothing without a date and an amount. */
export function knownColumns(names: readonly string[]): number {
  const known = columns.filter((column) => nameOf(column, names) !== undefined);
  return known.includes('date') && known.includes('amount') ? known.length : 0;
}

/** What the columns mean by their names and by what stands in them; null where that isn't enough. */
export function guessedMapping(
  names: readonly string[],
  cellsOf: (name: string) => readonly string[],
): { mapping: ColumnMappingDto; dateOrderIsSure: boolean } | null {
  const [date, amount, description] = [nameOf('date', names), nameOf('amount', names), nameOf('description', names)];
  const [outgoing, counterpart] = [nameOf('outgoing', names), nameOf('counterpart', names)];
  const reference = nameOf('reference', names);
  const said = description ?? counterpart;
  if (date === undefined || amount === undefined || said === undefined) return null;
  const { order, isSure } = dateOrderOf(cellsOf(date));
  const amounts = [...cellsOf(amount), ...(outgoing === undefined ? [] : cellsOf(outgoing))];
  const mapping = {
    date,
    amount,
    description: said,
    ...(outgoing !== undefined && { outgoing }),
    ...(counterpart !== undefined && { counterpart }),
    ...(reference !== undefined && { reference }),
    dateOrder: order,
    decimal: decimalOf(amounts),
  };
  return { mapping, dateOrderIsSure: isSure };
}
