import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ArchiveWorkshop } from './archive-workshop.js';

/** Archives that are made by jobs, whatever is in them. */
@Module({ imports: [FilesModule], providers: [ArchiveWorkshop], exports: [ArchiveWorkshop] })
export class ArchivesModule {}
