import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** The smallest picture there is: one transparent pixel. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Somebody brings a file; its id. */
export async function aFile(api: TestApi, by: SignedIn, bytes: Buffer = aPng, name = 'receipt.png'): Promise<string> {
  const { body } = await api.http
    .post(`/v1/files?name=${encodeURIComponent(name)}`)
    .set({ ...by.headers(), 'content-type': 'application/octet-stream' })
    .send(bytes)
    .expect(201);
  return body.id as string;
}
