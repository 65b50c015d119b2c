import type { ReadDocumentAnswerDto } from '#contracts';
import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import { readElectronicInvoice } from './electronic-invoice.js';

@Injectable()
export class ElectronicInvoiceReader extends ThreadReader<Uint8Array, ReadDocumentAnswerDto> {
  constructor() {
    super(new URL('invoice-worker.js', import.meta.url), { name: 'reading electronic invoices', queueLimit: 4 });
  }

  protected sizeOf(bytes: Uint8Array): number {
    return bytes.byteLength;
  }

  protected readAtOnce(bytes: Uint8Array): ReadDocumentAnswerDto {
    return readElectronicInvoice(bytes);
  }
}
