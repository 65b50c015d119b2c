import { type Currency, decimalText, type Money, sum } from '#domain';
import { XMLBuilder } from 'fast-xml-parser';

/** An account that is paid from, or to. */
export interface Payer {
  readonly holder: string;
  readonly iban: string;
}

/** What goes to somebody in one transfer. */
export interface Transfer {
  readonly id: string;
  readonly amount: Money;
  readonly account: Payer;
  /** What the recipient reads. */
  readonly text: string;
}

export interface TransferOrder {
  readonly id: string;
  readonly currency: Currency;
  readonly madeAt: string;
  readonly transfers: readonly Transfer[];
}

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/** Transfers as an order to the bank: pain.001.001.09 of ISO 20022. */
export function creditTransferOf({ id, currency, madeAt, transfers }: TransferOrder, payer: Payer): string {
  const total = sum(
    transfers.map(({ amount }) => amount),
    currency,
  );
  const count = String(transfers.length);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    Document: {
      '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: identification(id),
          CreDtTm: madeAt,
          NbOfTxs: count,
          CtrlSum: decimalText(total),
          InitgPty: { Nm: payer.holder },
        },
        PmtInf: {
          PmtInfId: identification(id),
          PmtMtd: 'TRF',
          NbOfTxs: count,
          CtrlSum: decimalText(total),
          ...(currency === 'EUR' && { PmtTpInf: { SvcLvl: { Cd: 'SEPA' } } }),
          ReqdExctnDt: { Dt: madeAt.slice(0, 10) },
          Dbtr: { Nm: payer.holder },
          DbtrAcct: { Id: { IBAN: payer.iban } },
          DbtrAgt: { FinInstnId: { Othr: { Id: 'NOTPROVIDED' } } },
          ...(currency === 'EUR' && { ChrgBr: 'SLEV' }),
          CdtTrfTxInf: transfers.map(transferOf),
        },
      },
    },
  });
}

const transferOf = ({ id, amount, account, text }: Transfer): object => ({
  PmtId: { EndToEndId: identification(id) },
  Amt: { InstdAmt: { '#text': decimalText(amount), '@_Ccy': amount.currency } },
  Cdtr: { Nm: account.holder },
  CdtrAcct: { Id: { IBAN: account.iban } },
  RmtInf: { Ustrd: text },
});

/** A UUID within the 35 characters that the standard has for it. */
const identification = (uuid: string): string => uuid.replaceAll('-', '');
