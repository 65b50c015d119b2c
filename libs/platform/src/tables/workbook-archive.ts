import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ZipFile as NewZip } from 'yazl';
import { UnreadableTable } from './table.js';

/** Of all parts together, unpacked: several times what a sheet of 19,000 rows has. */
const maxUnpackedBytes = 128 * 1_024 * 1_024;
const maxParts = 500;
const workbookPart = 'xl/workbook.xml';

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
    const names = await readParts(archive, parts);
    if (!parts.has(workbookPart)) throw new UnreadableTable('unreadable', whatElse(names));
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable('unreadable', `The workbook could not be unpacked: ${(error as Error).message}.`);
  }
  const packed = new NewZip();
  for (const [name, part] of parts)
    packed.addBuffer(name === workbookPart ? plainlyDated(part) : part, name, { compress: false });
  packed.end();
  return { archive: await buffer(packed.outputStream), parts };
}

/** LibreOffice writes `true` where Excel writes `1`, and both are right (ECMA-376, part 1, 18.2.28); the reader knows the latter alone. */
const plainlyDated = (workbook: Buffer): Buffer =>
  Buffer.from(workbook.toString('utf8').replace(/\bdate1904\s*=\s*["']true["']/, 'date1904="1"'));

/** What people also take for a workbook, by the names of its parts. */
function whatElse(names: readonly string[]): string {
  const advice = 'save it as .xlsx or as CSV.';
  if (names.includes('content.xml')) return `It is a sheet of OpenDocument (.ods): ${advice}`;
  if (names.includes('xl/workbook.bin')) return `It is a binary workbook (.xlsb): ${advice}`;
  if (names.some((name) => name.endsWith('.iwa'))) return `It is a sheet of Numbers: ${advice}`;
  return `It is an archive, and no workbook: unpack it, or ${advice}`;
}

/** Returns the names of all parts, also of those that aren't read. */
function readParts(archive: ZipFile, parts: Map<string, Buffer>): Promise<string[]> {
  const opened = promisify<Entry, NodeJS.ReadableStream>(archive.openReadStream.bind(archive));
  const names: string[] = [];
  let left = maxUnpackedBytes;
  return new Promise((resolve, reject) => {
    const take = async (entry: Entry): Promise<void> => {
      if (names.push(entry.fileName) > maxParts) throw tooLarge();
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
    archive.on('end', () => resolve(names));
    archive.on('entry', (entry: Entry) => void take(entry).then(() => archive.readEntry(), reject));
    archive.readEntry();
  });
}

const tooLarge = (): UnreadableTable =>
  new UnreadableTable(
    'unreadable',
    `The workbook has more than ${maxUnpackedBytes / 1_048_576} MB when it is unpacked.`,
  );
