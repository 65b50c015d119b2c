import { Module } from '@nestjs/common';
import { FileBytes } from './file-bytes.js';
import { FileNaming } from './file-naming.js';
import { FileRows } from './file.rows.js';
import { FilesController } from './files.controller.js';
import { FileSweep } from './file-sweep.js';
import { NoteFileHandler } from './note-file.js';

/** Others name files by `FileNaming`, in the transaction of whatever names them. */
@Module({
  controllers: [FilesController],
  providers: [FileBytes, FileNaming, FileRows, FileSweep, NoteFileHandler],
  exports: [FileBytes, FileNaming, FileRows],
})
export class FilesModule {}
