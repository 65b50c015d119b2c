import { dayMs, instantMs, instantOf } from '#domain';
import { FileStore } from '#platform/files';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { FileRows } from './file.rows.js';

const plan = { name: 'deleting files that nothing names', everySeconds: 600, atMost: 100 } as const;
/** Whoever brings a file has so long to say what it is for. */
export const unnamedDays = 7;

/** Files that nothing names go: first nobody can name them any more, then their bytes go, then what is known of them. */
@Injectable()
export class FileSweep extends Sweep {
  constructor(
    private readonly store: FileStore,
    private readonly rows: FileRows,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    const ids = await this.rows.beginToGo(instantOf(instantMs(now) - unnamedDays * dayMs), now, plan.atMost);
    for (const id of ids) await this.store.delete(id);
    if (ids.length > 0) await this.rows.forget(ids);
    return ids.length;
  }
}
