import type { Actor } from '#access';
import type { ReadDocumentAnswerDto } from '#contracts';
import { DomainError } from '#domain';
import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { FileBytes } from '../files/file-bytes.js';
import { FileRows } from '../files/file.rows.js';
import { ElectronicInvoiceReader } from './electronic-invoice-reader.js';

/** An invoice in XML has a few KB; with a PDF in it a few MB. */
const maxBytes = 4_194_304;

/** Reads what an electronic invoice says. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly rows: FileRows,
    private readonly bytes: FileBytes,
    private readonly reader: ElectronicInvoiceReader,
  ) {}

  /** @throws DomainError `file.not-found`, `record.not-an-invoice` */
  async read(actor: Actor, fileId: string): Promise<ReadDocumentAnswerDto> {
    const file = await this.rows.one(actor, fileId);
    if (file.mediaType !== 'application/xml' || file.size > maxBytes) {
      throw new DomainError('record.not-an-invoice', { at: ['fileId'] });
    }
    return this.reader.read(await buffer(await this.bytes.read(fileId)));
  }
}
