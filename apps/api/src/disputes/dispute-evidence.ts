import type { Actor } from '#access';
import type { Dispute } from '#domain';
import { Injectable } from '@nestjs/common';
import { FileNaming } from '../files/file-naming.js';

/** The files that a side names show to the other one, and to administrators. */
@Injectable()
export class DisputeEvidence {
  constructor(private readonly files: FileNaming) {}

  /** @throws DomainError `file.not-found` at the one that isn't there, or isn't the actor's to see */
  async show(actor: Actor, dispute: Dispute, fileIds: readonly string[], now: string): Promise<void> {
    const { disputeId: id, businessId, agencyId, assistantId } = dispute;
    const subject = { kind: 'dispute', id, organisations: [businessId, agencyId], assistantId } as const;
    const named = fileIds.map((fileId, index) => ({ id: fileId, at: ['fileIds', index] }));
    await this.files.name(actor, named, subject, now);
  }
}
