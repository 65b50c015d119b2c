import { catalogueEntryEvents } from '#contracts';
import { handlersFor, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportedDutyStore } from './imported-duty.store.js';

/** Keeps what the api tells of imported catalogues. */
@Injectable()
export class ImportedDutiesProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly duties: ImportedDutyStore,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-catalogue',
      handles: [
        handlersFor(catalogueEntryEvents, {
          'catalogue-entry.imported.v1': ({ data }, tx) => this.duties.keep(tx, data),
          'catalogue-entry.retired.v1': ({ data }, tx) => this.duties.retire(tx, data.code),
        }),
      ],
    });
  }
}
