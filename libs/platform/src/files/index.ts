export { fileTypeOf } from './file-type.js';
export { FileStore, type KeptBytes } from './file-store.js';
export { FolderFiles } from './folder-files.js';
export { S3Files } from './s3-files.js';
export { Spool } from './spool.js';
