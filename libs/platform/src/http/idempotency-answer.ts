import { openBytes, sealBytes } from '../security/sealed-bytes.js';
import { Answer } from './answer.js';

/** The answer as it is stored: JSON, or with a key sealed. */
export function sealAnswer(answer: Answer<unknown>, key: Buffer | null): Buffer {
  const { body, headers, status } = answer;
  const clear = Buffer.from(JSON.stringify({ body, headers, status }), 'utf8');
  return key === null ? clear : sealBytes(clear, key);
}

export function openAnswer(stored: Buffer, key: Buffer | null): Answer<unknown> {
  const clear = key === null ? stored : openBytes(stored, key);
  const { body, headers, status } = JSON.parse(clear.toString('utf8')) as Pick<
    Answer<unknown>,
    'body' | 'headers' | 'status'
  >;
  return new Answer(body, headers, status);
}
