import { scopeOf } from '#access';
import type { DataExportDto } from '#contracts';
import { type DataOwner, DomainError, exportGoesAt } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { isOwnersRole } from '../identity/organisation-members.js';
import { DataExportStore } from './data-export.store.js';
import { ExportMaking } from './export-making.js';

export class AskDataExport extends commandOf<Call & { of: DataOwner }, DataExportDto>() {}

/** A person asks for what is known of her, or an owner for what is the organisation's; it is made afterwards. */
@CommandHandler(AskDataExport)
export class AskDataExportHandler implements ICommandHandler<AskDataExport> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly exports: DataExportStore,
    private readonly making: ExportMaking,
  ) {}

  /** @throws DomainError `auth.forbidden`, `data-export.too-many` */
  execute({ actor, of, now }: AskDataExport): Promise<DataExportDto> {
    const { userId, organisationId, organisationKind, roles } = actor;
    if (userId === null) throw new DomainError('auth.forbidden');
    if (of === 'organisation' && !roles.some(isOwnersRole)) throw new DomainError('auth.forbidden');
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const id = uuidv7();
      const asked = { id, of, userId, organisationId, organisationKind };
      await this.exports.ask(tx, asked, { now, goesAt: exportGoesAt(now) });
      tx.afterCommit(() => this.making.wake());
      return this.exports.one(actor, id);
    });
  }
}
