import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/** A record of an invoice, as the tax office's schema has it. */
export interface BillingRecordToSend {
  readonly issuerNif: string;
  /** In the issuer's chain, from 1: records are sent in this order. */
  readonly position: number;
  readonly xml: string;
}

/** What became of a record: put aside for somebody to send, or what the tax office said to it. */
export interface BillingRecordResult {
  readonly outcome: 'kept' | 'accepted' | 'accepted-with-errors' | 'refused';
  /** Where it lies, or what the tax office said; at most 500 characters. */
  readonly said: string | null;
}

/**
 * Takes records of invoices for the tax office (Real Decreto 1007/2023, arts. 15 to 17). It is asked outside of any transaction and in the order of
 * each issuer's chain, and may be given the same record again. What it throws is tried again.
 */
export abstract class BillingRecordSending {
  /** Whether records get to the tax office as they are made: only then documents may call themselves VERI*FACTU. */
  abstract readonly reachesTaxOffice: boolean;

  abstract send(record: BillingRecordToSend): Promise<BillingRecordResult>;
}

/** Puts records into a folder, `<NIF>/<position>.xml`, for a program that sends them. */
export class BillingRecordFolder extends BillingRecordSending {
  readonly reachesTaxOffice = false;

  constructor(private readonly folder: string) {
    super();
  }

  /** It has its name when it is whole and on the disk. */
  async send({ issuerNif, position, xml }: BillingRecordToSend): Promise<BillingRecordResult> {
    const name = path.join(issuerNif, `${String(position).padStart(8, '0')}.xml`);
    const target = path.join(this.folder, name);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const fresh = `${target}.${process.pid}.new`;
    const file = await open(fresh, 'w', 0o600);
    try {
      await file.writeFile(xml);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
    return { outcome: 'kept', said: name };
  }
}
