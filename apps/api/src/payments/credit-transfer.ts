import type { PayoutBatchDto, PayoutDto } from '#contracts';
import { type Currency, decimalText, type Money, sum } from '#domain';
import { XMLBuilder } from 'fast-xml-parser';

/** Whose account a batch is paid from. */
export interface Payer {
  readonly holder: string;
  readonly iban: string;
}

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/** The batch as an order to the bank: pain.001.001.09 of ISO 20022, a credit transfer for each payout. */
export function creditTransferOf({ id, currency, madeAt, payouts }: PayoutBatchDto, payer: Payer): string {
  const total = sum(
    payouts.map((payout) => payout.total as Money),
    currency as Currency,
  );
  const count = String(payouts.length);
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
          CdtTrfTxInf: payouts.map(transferOf),
        },
      },
    },
  });
}

const transferOf = ({ id, total, account, invoiceIds }: PayoutDto): object => ({
  PmtId: { EndToEndId: identification(id) },
  Amt: { InstdAmt: { '#text': decimalText(total as Money), '@_Ccy': total.currency } },
  Cdtr: { Nm: account.holder },
  CdtrAcct: { Id: { IBAN: account.iban } },
  RmtInf: { Ustrd: `Ajudant: ${invoiceIds.length} ${invoiceIds.length === 1 ? 'invoice' : 'invoices'}` },
});

/** A UUID within the 35 characters that the standard has for it. */
const identification = (uuid: string): string => uuid.replaceAll('-', '');
