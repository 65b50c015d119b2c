import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Answer } from './answer.js';

const ivBytes = 12;
const tagBytes = 16;

/** The answer as it is stored: JSON, or with a key AES-256-GCM of it behind its nonce and tag. */
export function sealAnswer(answer: Answer<unknown>, key: Buffer | null): Buffer {
  const { body, headers, status } = answer;
  const clear = Buffer.from(JSON.stringify({ body, headers, status }), 'utf8');
  if (key === null) return clear;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

export function openAnswer(stored: Buffer, key: Buffer | null): Answer<unknown> {
  const clear = key === null ? stored : decrypt(stored, key);
  const { body, headers, status } = JSON.parse(clear.toString('utf8')) as Pick<
    Answer<unknown>,
    'body' | 'headers' | 'status'
  >;
  return new Answer(body, headers, status);
}

function decrypt(stored: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(stored.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(stored.subarray(ivBytes + tagBytes)), decipher.final()]);
}
