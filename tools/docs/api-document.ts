import { FolderFiles } from '#platform/files';
import { MailFolder } from '#platform/mail';
import { openApiDocument, previewHttpApp } from '#platform/http';
import { eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { Global, Module } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from '../../apps/api/src/api.module.js';

/** Nothing is started, so none of these is used. */
const settings = {
  databaseUrl: 'postgresql://nobody@localhost/nothing',
  databasePoolSize: 1,
  tokenSecret: 'never used, because nothing is started',
  administrator: null,
  files: { store: new FolderFiles('.'), spoolFolder: '.' },
  mail: { transport: new MailFolder('.'), webUrl: null, mustConfirm: false },
  holdMinutes: 15,
  clearanceMonths: 12,
  commissionBps: 0,
};

@Global()
@Module({
  imports: [ApiModule.forRoot(settings)],
  providers: [{ provide: eventTransportToken, useClass: PostgresJournalTransport }],
  exports: [eventTransportToken],
})
class DocumentedApi {}

/** The document of the api as its decorators state it. */
export const apiDocument = async (): Promise<OpenAPIObject> => openApiDocument(await previewHttpApp(DocumentedApi));
