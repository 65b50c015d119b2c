import { type Actor, marketplace, scopeOf } from '#access';
import type { FileDto } from '#contracts';
import { demand } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';

/** Who brings or names files: somebody who asks for it herself, or whose message came from outside. */
export type FileBringer = Pick<Actor, 'assistantId' | 'organisationId' | 'organisationKind' | 'roles' | 'userId'>;

/** A file that comes in: what is known of its bytes, and who brings it. */
export interface NewFile extends Omit<FileDto, 'uploadedAt'> {
  readonly organisationId: string;
  readonly uploadedBy: string | null;
  readonly now: string;
}

/** Of one organisation that nothing names yet. */
const maxUnnamed = 500;

const columns = `f.id, f.name, f.media_type AS "mediaType", f.size, f.sha256, f.uploaded_at AS "uploadedAt"`;
type FileRow = Omit<FileDto, 'uploadedAt'> & { readonly uploadedAt: Date };

/**
 * An assistant sees what she brought and what names her; administrators see what somebody brings before them. All others see what
 * their organisation does, which row-level security says.
 */
const seenBy = `f.goes_at IS NULL AND ($1::uuid IS NULL OR f.uploaded_by = $2
    OR EXISTS (SELECT FROM api.file_use u WHERE u.file_id = f.id AND u.assistant_id = $1))
  AND (NOT $3 OR f.organisation_id = $4
    OR EXISTS (SELECT FROM api.file_use u WHERE u.file_id = f.id AND u.kind IN ('clearance', 'dispute')))`;
const nobody = '00000000-0000-0000-0000-000000000000';

const seeing = (actor: FileBringer): unknown[] => {
  const assistant = assistantScopeOf(actor);
  return [
    assistant === 'nobody' ? nobody : assistant,
    actor.userId,
    actor.organisationKind === 'marketplace',
    actor.organisationId,
  ];
};

/** What is known of files; their bytes lie elsewhere. */
@Injectable()
export class FileRows {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `file.too-many-unnamed` */
  async add(tx: Transaction, file: NewFile): Promise<void> {
    const unnamed = await tx.count(`api.file WHERE organisation_id = $1 AND NOT is_named`, [file.organisationId]);
    demand(unnamed < maxUnnamed, 'file.too-many-unnamed', { atMost: maxUnnamed });
    await tx.execute(
      `INSERT INTO api.file (id, organisation_id, name, media_type, size, sha256, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [file.id, file.organisationId, file.name, file.mediaType, file.size, file.sha256, file.uploadedBy, file.now],
    );
  }

  /** One whose bytes are there. @throws DomainError `file.not-found` */
  async one(actor: FileBringer, id: string): Promise<FileDto> {
    const [row] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<FileRow>(`SELECT ${columns} FROM api.file f WHERE f.id = $5 AND f.is_kept AND ${seenBy}`, [
        ...seeing(actor),
        id,
      ]),
    );
    demand(row !== undefined, 'file.not-found');
    return fileDto(row);
  }

  /** Those of these that the actor sees and nobody deletes until the transaction is over. */
  async lock(tx: Transaction, actor: FileBringer, ids: readonly string[]): Promise<FileDto[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<FileRow>(
      `SELECT ${columns} FROM api.file f WHERE f.id = ANY($5::uuid[]) AND f.is_kept AND ${seenBy} ORDER BY f.id FOR UPDATE`,
      [...seeing(actor), ids],
    );
    return rows.map(fileDto);
  }

  async isKept(actor: FileBringer, id: string): Promise<boolean> {
    const [row] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<{ isKept: boolean }>('SELECT is_kept AS "isKept" FROM api.file WHERE id = $1', [id]),
    );
    return row?.isKept === true;
  }

  async kept(actor: FileBringer, id: string): Promise<void> {
    await this.database.transaction(scopeOf(actor), (tx) =>
      tx.execute('UPDATE api.file SET is_kept = true WHERE id = $1', [id]),
    );
  }

  /** Some that nothing has named since an instant; from now on nothing can. */
  beginToGo(unnamedSince: string, now: string, atMost: number): Promise<string[]> {
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `UPDATE api.file SET goes_at = coalesce(goes_at, $2) WHERE id = ANY (ARRAY(
           SELECT id FROM api.file WHERE NOT is_named AND uploaded_at < $1 ORDER BY uploaded_at LIMIT $3 FOR UPDATE SKIP LOCKED))
         RETURNING id`,
        [unnamedSince, now, atMost],
      );
      return rows.map(({ id }) => id);
    });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute('DELETE FROM api.file WHERE id = ANY($1::uuid[]) AND goes_at IS NOT NULL', [ids]),
    );
  }
}

const fileDto = ({ id, name, mediaType, size, sha256, uploadedAt }: FileRow): FileDto => ({
  id,
  name,
  mediaType,
  size,
  sha256,
  uploadedAt: uploadedAt.toISOString(),
});
