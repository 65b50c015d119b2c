import { marketplace, scopeOf } from '#access';
import type { FileDto } from '#contracts';
import { demand } from '#domain';
import { isUuid } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type FileBringer, FileRows } from './file.rows.js';

export const fileUseKinds = ['clearance', 'dispute', 'duty-run', 'message', 'pack', 'record'] as const;

/** What names files, and who sees it. */
export interface NamingSubject {
  readonly kind: (typeof fileUseKinds)[number];
  readonly id: string;
  /** To whom what names the file is visible. */
  readonly organisations: readonly string[];
  /** The one assistant of the agency who sees it; null for none. */
  readonly assistantId: string | null;
}

/** Where a file is named: its id, and the place of the body that says so. */
export interface NamedFile {
  readonly id: string;
  readonly at: readonly (string | number)[];
}

/** Ties files to what names them, in the transaction in hand: they stay, and whoever sees that sees them. */
@Injectable()
export class FileNaming {
  constructor(
    private readonly database: ApiDatabase,
    private readonly rows: FileRows,
  ) {}

  /**
   * Names files that the actor sees; naming one again changes nothing. Gives them in the order in which they were named.
   * @throws DomainError `file.not-found` at the place that names one that isn't there, or isn't the actor's to see
   */
  name(actor: FileBringer, files: readonly NamedFile[], subject: NamingSubject, now: string): Promise<FileDto[]> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const ids = files.map(({ id }) => id).filter(isUuid);
      const found = new Map((await this.rows.lock(tx, actor, ids)).map((file) => [file.id, file]));
      const named = files.map(({ id, at }) => {
        const file = found.get(id);
        demand(file !== undefined, 'file.not-found', { at: [...at] });
        return file;
      });
      if (named.length > 0) await this.note([...found.keys()], subject, now);
      return named;
    });
  }

  /** What named these doesn't any more. Files that nothing names go after a while. */
  async unname(fileIds: readonly string[], subject: Pick<NamingSubject, 'kind' | 'id'>): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      await tx.execute('DELETE FROM api.file_use WHERE file_id = ANY($1::uuid[]) AND kind = $2 AND subject_id = $3', [
        fileIds,
        subject.kind,
        subject.id,
      ]);
      await tx.execute(
        `UPDATE api.file f SET is_named = EXISTS (SELECT FROM api.file_use u WHERE u.file_id = f.id),
                seen_by = ARRAY(SELECT DISTINCT unnest(u.organisations) FROM api.file_use u WHERE u.file_id = f.id)
          WHERE f.id = ANY($1::uuid[])`,
        [fileIds],
      );
    });
  }

  /** What of a kind named files is gone; gives how many of them nothing names any more. */
  unnameAll(subjectIds: readonly string[], kind: NamingSubject['kind']): Promise<number> {
    return this.database.transaction(marketplace, async (tx) => {
      const files = await tx.query<{ id: string }>(
        'DELETE FROM api.file_use WHERE kind = $1 AND subject_id = ANY ($2::uuid[]) RETURNING file_id AS id',
        [kind, subjectIds],
      );
      const rows = await tx.query<{ isNamed: boolean }>(
        `UPDATE api.file f SET is_named = EXISTS (SELECT FROM api.file_use u WHERE u.file_id = f.id),
                seen_by = ARRAY(SELECT DISTINCT unnest(u.organisations) FROM api.file_use u WHERE u.file_id = f.id)
          WHERE f.id = ANY ($1::uuid[]) RETURNING is_named AS "isNamed"`,
        [[...new Set(files.map(({ id }) => id))]],
      );
      return rows.filter(({ isNamed }) => !isNamed).length;
    });
  }

  /** On behalf of the marketplace, since the other side of what names them sees nothing of the files until then. */
  private async note(ids: readonly string[], { kind, id, organisations, assistantId }: NamingSubject, now: string) {
    await this.database.transaction(marketplace, async (tx) => {
      await tx.execute(
        `INSERT INTO api.file_use (file_id, kind, subject_id, organisations, assistant_id, named_at)
         SELECT file, $2, $3::uuid, $4::uuid[], $5::uuid, $6::timestamptz FROM unnest($1::uuid[]) AS file ON CONFLICT DO NOTHING`,
        [ids, kind, id, organisations, assistantId, now],
      );
      await tx.execute(
        `UPDATE api.file SET is_named = true, seen_by = ARRAY(SELECT DISTINCT unnest(seen_by || $2::uuid[]))
          WHERE id = ANY($1::uuid[])`,
        [ids, organisations],
      );
    });
  }
}
