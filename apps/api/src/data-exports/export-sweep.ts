import { FileStore } from '#platform/files';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { DataExportStore } from './data-export.store.js';

const plan = { name: 'deleting archives of own data', everySeconds: 3_600, atMost: 100 } as const;

/** Archives go after a week: first their bytes, then what is known of them. */
@Injectable()
export class ExportSweep extends Sweep {
  constructor(
    private readonly store: FileStore,
    private readonly exports: DataExportStore,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    const ids = await this.exports.past(now, plan.atMost);
    for (const id of ids) await this.store.delete(id);
    if (ids.length > 0) await this.exports.forget(ids);
    return ids.length;
  }
}
