import { type CatalogueLanguage, type DateRange, localDate } from '#domain';
import { Injectable } from '@nestjs/common';
import { leaveMade } from '../archives/archive-index.js';
import { type InvoicePaper, InvoicePapers } from '../invoices/invoice-papers.js';
import type { Books } from '../records/record-books.store.js';
import type { PackedDocument, PackedInvoice } from './pack-data.js';

export interface PaperMaking {
  /** Where they lie until they are packed. */
  readonly folder: string;
  readonly language: CatalogueLanguage;
  /** Told after each; what it throws ends the making. */
  readonly onMade: (made: number) => Promise<void>;
}

/** The invoices of a pack: each as PDF, and as XML where it has one. */
@Injectable()
export class PackPapers {
  constructor(private readonly papers: InvoicePapers) {}

  /** Makes them one after the other and leaves them in a folder, so that a year of many needs no more memory than one. */
  async make(
    { businessId, timeZone }: Pick<Books, 'businessId' | 'timeZone'>,
    period: DateRange,
    { folder, language, onMade }: PaperMaking,
  ): Promise<{ invoices: PackedInvoice[]; documents: PackedDocument[] }> {
    const invoices: PackedInvoice[] = [];
    const documents: PackedDocument[] = [];
    for await (const paper of this.papers.ofBusiness(businessId, period)) {
      invoices.push(invoiceOf(paper, timeZone));
      const name = `invoices/${paper.issuedOn}-${paper.number}-${paper.id.slice(-8)}`;
      documents.push({ of: paper.id, ...(await leaveMade(folder, `${name}.pdf`, await paper.pdf(language))) });
      const xml = paper.xml(language);
      if (xml !== null) documents.push({ of: paper.id, ...(await leaveMade(folder, `${name}.xml`, Buffer.from(xml))) });
      await onMade(invoices.length);
    }
    return { invoices, documents };
  }
}

const invoiceOf = (
  { id, kind, number, issuedOn, corrects, total, paidAt }: InvoicePaper,
  timeZone: string,
): PackedInvoice => ({
  id,
  kind,
  number,
  issuedOn,
  corrects,
  totalMinor: total.amountMinor,
  currency: total.currency,
  paidOn: paidAt && localDate(paidAt, timeZone),
});
