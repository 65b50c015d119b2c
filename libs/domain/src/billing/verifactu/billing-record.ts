import { decimalText, type Money, moneyOf } from '../money/money.js';

/**
 * What Spain's rules on invoicing programs keep of each invoice, as links of a chain: Real Decreto 1007/2023 (arts. 8 to 12) and
 * Orden HAC/1177/2024 (arts. 10 and 13, and its annex).
 */
export interface BillingRecord {
  /** NIF of the issuer, without its country. */
  readonly issuerNif: string;
  readonly number: string;
  /** Local date in the issuer's zone. */
  readonly issuedOn: string;
  /** List L2: an invoice, or one that corrects another by what it takes back (Ley 37/1992, art. 80.Uno and Dos). */
  readonly type: 'F1' | 'R1';
  readonly tax: Money;
  readonly total: Money;
  /** Of the record before; null for the first one of a chain. */
  readonly previousHash: string | null;
  /** Local date and time with the offset of its zone, to the second. */
  readonly generatedAt: string;
}

/** `dd-mm-yyyy` */
export const spanishDate = (date: string): string => date.split('-').toReversed().join('-');

/**
 * The text whose SHA-256, in capital hexadecimal digits, is the record's hash: names and values in this order, as "Detalle de las
 * especificaciones técnicas para generación de la huella o hash de los registros de facturación" (AEAT, version 0.1.2) says.
 */
export const hashedText = (record: BillingRecord): string =>
  [
    ['IDEmisorFactura', record.issuerNif],
    ['NumSerieFactura', record.number],
    ['FechaExpedicionFactura', spanishDate(record.issuedOn)],
    ['TipoFactura', record.type],
    ['CuotaTotal', decimalText(record.tax)],
    ['ImporteTotal', decimalText(record.total)],
    ['Huella', record.previousHash ?? ''],
    ['FechaHoraHusoGenRegistro', record.generatedAt],
  ]
    .map(([name, value]) => `${name}=${value?.trim()}`)
    .join('&');

/** Where whoever holds the invoice asks the tax office about it. */
const office = 'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT';

/**
 * What the QR code of an invoice says (Orden HAC/1177/2024, arts. 20 and 21).
 * @param isSent whether records are sent to the tax office as they are made, which makes them VERI*FACTU
 */
export function qrAddress(
  { issuerNif, number, issuedOn, total }: Pick<BillingRecord, 'issuerNif' | 'number' | 'issuedOn' | 'total'>,
  isSent: boolean,
): string {
  const said = new URLSearchParams({
    nif: issuerNif,
    numserie: number,
    fecha: spanishDate(issuedOn),
    importe: decimalText(total),
  });
  return `${office}/${isSent ? 'ValidarQR' : 'ValidarQRNoVerifactu'}?${said.toString()}`;
}

/** What takes back is below nothing there. */
export const takenBack = ({ amountMinor, currency }: Money): Money => moneyOf(BigInt(0 - amountMinor), currency);

/** The NIF in a VAT id or a registration number; null for what is none of Spain. */
export function nifOf(party: {
  vatId: string | null;
  registrationNumber: string | null;
  countryCode: string;
}): string | null {
  if (party.countryCode !== 'ES') return null;
  const number = (party.vatId ?? party.registrationNumber ?? '').replace(/^ES/, '').replaceAll(/[^A-Z0-9]/g, '');
  return /^[A-Z0-9]{9}$/.test(number) ? number : null;
}
