import type { FileStore } from '#platform/files';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
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

/** Keeps records with the files, in a folder or a bucket, under `billing-record-<nif>-<position>` for a program that sends them. */
export class BillingRecordFiles extends BillingRecordSending {
  readonly reachesTaxOffice = false;

  constructor(
    private readonly store: FileStore,
    private readonly spoolFolder: string,
  ) {
    super();
  }

  async send({ issuerNif, position, xml }: BillingRecordToSend): Promise<BillingRecordResult> {
    const key = `billing-record-${issuerNif.toLowerCase()}-${String(position).padStart(8, '0')}`;
    const bytes = Buffer.from(xml);
    const spooled = path.join(this.spoolFolder, `${key}.${randomUUID()}`);
    await mkdir(this.spoolFolder, { recursive: true, mode: 0o700 });
    try {
      await writeFile(spooled, bytes, { mode: 0o600 });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.store.put(key, { path: spooled, size: bytes.length, sha256 }, 'application/xml');
    } finally {
      await rm(spooled, { force: true });
    }
    return { outcome: 'kept', said: key };
  }
}
