import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { openPromise } from 'yauzl';

const indexPath = 'index.csv';

/** What is read as text; the rest is only counted and hashed. */
const readAsText = /^(?:index|entries|totals-by-category)\.csv$/;
/** A year of as many entries as there may be has tables of some tens of megabytes. */
const mostTextBytes = 512 * 1_024 * 1_024;

/** The SHA-256 of the archive as a whole, which the API tells of a pack as well: nobody can change file and index alike without changing it. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

/** What is wrong with a pack, or with an archive of own data; nothing where each file is what its index says, and its totals are those of its entries. */
export async function faultsOfPack(file: string): Promise<string[]> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    if (zip.comment !== '') return ['the archive has a comment, which no pack has'];
    const found = new Map<string, { bytes: number; sha256: string }>();
    const texts = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      // A pack is not compressed; and what unpacks to more than is there may fill any disk.
      if (entry.compressionMethod !== 0) return [`${entry.fileName} is compressed, which nothing in a pack is`];
      const hash = createHash('sha256');
      const stream = await zip.openReadStreamPromise(entry);
      let bytes = 0;
      if (readAsText.test(entry.fileName)) {
        if (entry.uncompressedSize > mostTextBytes) return [`${entry.fileName} is larger than any pack has it`];
        const content = await buffer(stream);
        texts.set(entry.fileName, content.toString('utf8'));
        hash.update(content);
        bytes = content.length;
      } else {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          hash.update(chunk);
          bytes += chunk.length;
        }
      }
      if (found.has(entry.fileName)) return [`${entry.fileName} is there twice`];
      found.set(entry.fileName, { bytes, sha256: hash.digest('hex') });
    }
    // An archive of own data has no books of a year, and so no totals of them.
    const isOwnData = [...found.keys()].some((path) => path.startsWith('data/'));
    return [...indexFaults(texts.get(indexPath), found), ...(isOwnData ? [] : totalFaults(texts))];
  } finally {
    zip.close();
  }
}

function indexFaults(
  index: string | undefined,
  found: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
): string[] {
  if (index === undefined) return ['there is no index.csv'];
  const faults: string[] = [];
  const listed = new Set([indexPath]);
  for (const { path = '', bytes, sha256 } of rowsOf(index)) {
    if (listed.has(path)) faults.push(`${path} is in the index twice`);
    listed.add(path);
    const file = found.get(path);
    if (file === undefined) faults.push(`${path} is missing`);
    else if (String(file.bytes) !== bytes) faults.push(`${path} has ${file.bytes} bytes and not ${bytes}`);
    else if (file.sha256 !== sha256) faults.push(`${path} has another SHA-256 than the index says`);
  }
  return [...faults, ...[...found.keys()].filter((path) => !listed.has(path)).map((path) => `${path} is in no index`)];
}

/** What the totals say has to be what the entries add up to. */
function totalFaults(texts: ReadonlyMap<string, string>): string[] {
  const [entries, totals] = [texts.get('entries.csv'), texts.get('totals-by-category.csv')];
  if (entries === undefined || totals === undefined) return ['entries.csv or totals-by-category.csv is missing'];
  const counted = rowsOf(entries).filter(({ status, kind }) => status !== 'withdrawn' && kind !== 'bank-line');
  return ['net', 'vat', 'total'].flatMap((column) => {
    const [one, other] = [sum(counted, column), sum(rowsOf(totals), column)];
    return one === other ? [] : [`${column} of the entries is not that of the totals by category`];
  });
}

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

/** Digits without their point, as all amounts of a pack have equally many behind it. */
const sum = (rows: readonly Record<string, string>[], column: string): bigint =>
  rows.reduce((total, row) => total + BigInt((row[column] ?? '0').replace('.', '')), 0n);
