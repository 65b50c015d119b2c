import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '#domain-error';
import type { FileStore, KeptBytes } from './file-store.js';
import { fileTypeOf } from './file-type.js';
import { FolderFiles } from './folder-files.js';
import { S3Files } from './s3-files.js';
import { Spool } from './spool.js';

const folder = await mkdtemp(path.join(tmpdir(), 'files-'));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : String(error));
const refusalOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'taken', codeOf);

async function bytesOf(content: Buffer): Promise<KeptBytes> {
  const file = path.join(folder, randomUUID());
  await writeFile(file, content);
  return { path: file, size: content.length, sha256: sha256(content) };
}

/** As much of S3 as is asked of it: objects below a bucket, for requests that are signed and whose bytes are what they say. */
function imitationOfS3() {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const isSigned = ({ headers }: IncomingMessage): boolean =>
    /^AWS4-HMAC-SHA256 Credential=key-id\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host;[a-z0-9;-]*x-amz-content-sha256[a-z0-9;-]*, Signature=[0-9a-f]{64}$/.test(
      headers.authorization ?? '',
    );
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const { method, url = '' } = request;
      const object = objects.get(url);
      const end = (status: number, body?: Buffer) => void response.writeHead(status).end(body);
      if (!isSigned(request) || sha256(bytes) !== request.headers['x-amz-content-sha256']) return end(403);
      if (!url.startsWith('/bucket/')) return end(404);
      if (method === 'PUT') objects.set(url, { bytes, type: request.headers['content-type'] ?? '' });
      if (method === 'DELETE') objects.delete(url);
      if (method === 'GET') return object ? end(200, object.bytes) : end(404);
      return end(method === 'DELETE' ? 204 : 200);
    });
  });
  return { objects, server };
}

const { objects, server } = imitationOfS3();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const s3 = (url = `${origin}/bucket`): S3Files =>
  new S3Files({ url, region: 'eu-test-1', keyId: 'key-id', secret: 'only for tests' });
afterAll(() => server.close());

const stores: readonly (readonly [string, FileStore])[] = [
  ['a folder', new FolderFiles(path.join(folder, 'kept'))],
  ['a bucket', s3()],
];

describe.each(stores)('A store of files in %s', (_name, store) => {
  it('gives back what was put, until it is deleted', async () => {
    const content = Buffer.from('a receipt of some bytes'.repeat(10_000));
    const bytes = await bytesOf(content);
    await store.put('the-key', bytes, 'text/plain');
    await store.put('the-key', bytes, 'text/plain');
    const found = await store.get('the-key');
    expect(sha256(await buffer(found!))).toBe(bytes.sha256);
    await store.delete('the-key');
    await store.delete('the-key');
    expect(await store.get('the-key')).toBeNull();
  });
});

describe('A bucket', () => {
  it('knows what kind its objects are, and says when it is not to be had', async () => {
    const bytes = await bytesOf(Buffer.from('%PDF-1.4'));
    await s3().put('invoice', bytes, 'application/pdf');
    expect(objects.get('/bucket/invoice')).toEqual({ bytes: Buffer.from('%PDF-1.4'), type: 'application/pdf' });
    expect(await refusalOf(s3(`${origin}/another`).put('invoice', bytes, 'application/pdf'))).toBe(
      'file.store-unavailable',
    );
    expect(await refusalOf(s3('http://127.0.0.1:9/bucket').get('invoice'))).toBe('file.store-unavailable');
  });
});

describe('A folder', () => {
  it('takes no key that leads out of it', () => {
    return expect(new FolderFiles(folder).get('../secret')).rejects.toThrow('made of letters');
  });
});

describe('Bytes on their way', () => {
  const spoolFolder = path.join(folder, 'spool');
  const spool = new Spool(spoolFolder);

  it('are on the disk with their size and hash when all are there, and gone when they are discarded', async () => {
    const parts = ['one ', 'two ', 'three'].map((part) => Buffer.from(part));
    const spooled = await spool.receive(Readable.from(parts), 13);
    expect(spooled).toMatchObject({ size: 13, sha256: sha256(Buffer.concat(parts)) });
    await spooled.discard();
    expect(existsSync(spooled.path)).toBe(false);
  });

  it('leave nothing when they are too many or break off, and the stream open to be answered', async () => {
    const tooMany: Readable = new Readable({ read: () => void tooMany.push(Buffer.alloc(10)) });
    expect(await refusalOf(spool.receive(tooMany, 15))).toBe('request.too-large');
    expect(tooMany.destroyed).toBe(false);
    const broken = new Readable({ read: () => undefined });
    const receiving = refusalOf(spool.receive(broken, 15));
    broken.push(Buffer.alloc(3));
    broken.destroy(new Error('aborted'));
    expect(await receiving).toBe('request.malformed');
    expect(readdirSync(spoolFolder)).toEqual([]);
  });
});

describe('What a file is', () => {
  const typeOf = async (content: string | Buffer, name = 'file'): Promise<string> =>
    fileTypeOf(await bytesOf(Buffer.from(content)), name).catch(codeOf);

  it.each<readonly [string, string | Buffer, string]>([
    ['application/pdf', '%PDF-1.7\n1 0 obj', 'page.html'],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'photo'],
    ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'photo.jpg'],
    ['application/xml', '<?xml version="1.0"?><Invoice/>', 'invoice.txt'],
    ['application/xml', '\ufeff<Facturae xmlns="urn:f"/>', 'invoice'],
    ['application/xml', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le'), 'invoice'],
    ['text/csv', Buffer.from('\ufeffFecha;Concepto;Importe\n03/04/2026;Pa;1,00\n', 'utf16le'), 'banc.csv'],
    ['text/csv', 'date;amount\n2026-01-01;10', 'bank.CSV'],
    ['text/csv', Buffer.from('date;caf\xe9', 'latin1'), 'bank.csv'],
    ['text/plain', 'Just words', 'words.exe'],
  ])('is told by its bytes: %s', async (type, content, name) => {
    expect(await typeOf(content, name)).toBe(type);
  });

  it.each<readonly [string, string | Buffer]>([
    ['a page', '<!DOCTYPE html><title>Hello</title>'],
    [
      'a page that calls itself XML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script/></html>',
    ],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', Buffer.from('7f454c4602010100', 'hex')],
    ['an archive', Buffer.from('504b0304140000000800', 'hex')],
    ['whatever has zeros in it', 'a\0b'],
  ])('keeps it out where it is %s', async (_what, content) => {
    expect(await typeOf(content, 'receipt.pdf')).toBe('file.type-not-taken');
  });

  it('is nothing where it is empty', async () => {
    expect(await typeOf('')).toBe('file.empty');
  });
});
