import { client } from './client';

/** What a photograph is made smaller to: enough to read a receipt by, and soon sent from a phone. */
const longestSide = 2_000;
const quality = 0.85;
/** Photographs below this are sent as they are. */
const smallBytes = 700_000;

/** Brings a file under a key, which makes another try the same request. Large photographs are made smaller first. */
export async function bringFile(file: File, key: string) {
  const bytes = await smaller(file);
  const name = bytes === file ? file.name : `${file.name.replace(/\.\w+$/, '')}.jpg`;
  return client.body(
    client.api.POST('/v1/files', {
      params: { query: { name: nameOf(name) }, header: { 'Idempotency-Key': key } },
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
}

/** Saves a file under its name, wherever the reader's browser puts what it downloads. */
export async function saveFile(id: string, name: string): Promise<void> {
  const bytes = await client.body(
    client.api.GET('/v1/files/{id}', { params: { path: { id } }, parseAs: 'blob' }) as Promise<{
      data?: Blob;
      error?: unknown;
      response: Response;
    }>,
  );
  saveBytes(bytes, name);
}

export function saveBytes(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** No path, and no more than is taken. */
const nameOf = (name: string): string => name.split(/[/\\]/).at(-1)!.trim().slice(-200) || 'file';

async function smaller(file: File): Promise<Blob> {
  if (file.size <= smallBytes || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return made !== null && made.size < file.size ? made : file;
}
