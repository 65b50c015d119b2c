import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ZipFile as NewZip } from 'yazl';
import { UnreadableTable } from './table.js';

/** Of all parts together, unpacked: several times what a sheet of 19,000 rows has. */
const maxUnpackedBytes = 128 * 1_024 * 1_024;
const maxParts = 500;

/** Parts that say what stands in the cells; pictures, charts and macros are left out. */
const isRead = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/[^/]+\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/.test(name);

const open = promisify<Buffer, { lazyEntries: true; validateEntrySize: true }, ZipFile>(fromBuffer);

/**
 * The parts of a workbook, unpacked under a bound that is kept while they are unpacked, whatever the archive says of their
 * sizes; and packed anew without compression, so that whoever reads them has nothing to unpack.
 * @throws UnreadableTable
 */
export async function repackWorkbook(
  bytes: Uint8Array,
): Promise<{ archive: Buffer; parts: ReadonlyMap<string, Buffer> }> {
  const parts = new Map<string, Buffer>();
  try {
    const archive = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySize: true,
    });
    await readParts(archive, parts);
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable('unreadable', `The workbook could not be unpacked: ${(error as Error).message}.`);
  }
  const packed = new NewZip();
  for (const [name, part] of parts) packed.addBuffer(part, name, { compress: false });
  packed.end();
  return { archive: await buffer(packed.outputStream), parts };
}

function readParts(archive: ZipFile, parts: Map<string, Buffer>): Promise<void> {
  const opened = promisify<Entry, NodeJS.ReadableStream>(archive.openReadStream.bind(archive));
  let [left, seen] = [maxUnpackedBytes, 0];
  return new Promise((resolve, reject) => {
    const take = async (entry: Entry): Promise<void> => {
      if ((seen += 1) > maxParts) throw tooLarge();
      if (!isRead(entry.fileName)) return;
      if (entry.uncompressedSize > left) throw tooLarge();
      const chunks: Buffer[] = [];
      for await (const chunk of (await opened(entry)) as AsyncIterable<Buffer>) {
        left -= chunk.length;
        if (left < 0) throw tooLarge();
        chunks.push(chunk);
      }
      parts.set(entry.fileName, Buffer.concat(chunks));
    };
    archive.on('error', reject);
    archive.on('end', resolve);
    archive.on('entry', (entry: Entry) => void take(entry).then(() => archive.readEntry(), reject));
    archive.readEntry();
  });
}

const tooLarge = (): UnreadableTable =>
  new UnreadableTable(
    'unreadable',
    `The workbook has more than ${maxUnpackedBytes / 1_048_576} MB when it is unpacked.`,
  );
