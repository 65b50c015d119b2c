import { WorkThread, type WorkThreadOptions } from '#platform/processes';
import type { OnModuleDestroy } from '@nestjs/common';

/** Bytes of a file that is read at once, which takes a few milliseconds. */
const smallFile = 16_384;

/** Reads files so that nobody else has to wait: those that aren't small in a thread of their own. */
export abstract class ThreadReader<Written, Read> implements OnModuleDestroy {
  private readonly thread: WorkThread<Written, Read>;

  constructor(program: URL, options: WorkThreadOptions) {
    this.thread = new WorkThread(program, options);
  }

  /** What there is to read, in bytes; what takes long however short it is is without end. */
  protected abstract sizeOf(written: Written): number;

  protected abstract readAtOnce(written: Written): Read | Promise<Read>;

  /** @throws DomainError for what concerns the file as a whole; `request.too-many` */
  async read(written: Written): Promise<Read> {
    return this.sizeOf(written) <= smallFile ? this.readAtOnce(written) : this.thread.ask(written);
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
