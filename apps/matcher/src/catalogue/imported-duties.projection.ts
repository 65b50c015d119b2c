import { CatalogueEntryImportedV1, CatalogueEntryRetiredV1, topicOf } from '#contracts';
import { Messaging, messagingToken, on } from '#platform/messaging';
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
      topics: [topicOf('catalogue-entry')],
      handlers: {
        [CatalogueEntryImportedV1.type]: on(CatalogueEntryImportedV1, ({ data }, tx) => this.duties.keep(tx, data)),
        [CatalogueEntryRetiredV1.type]: on(CatalogueEntryRetiredV1, ({ data }, tx) =>
          this.duties.retire(tx, data.code),
        ),
      },
    });
  }
}
