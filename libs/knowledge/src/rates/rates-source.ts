import { promises } from 'node:fs';
import { type PublishedRates, readEcbRates } from './reference-rates.js';

/** The bank's file has 3 KB. */
const maxBytes = 256 * 1024;
const deadlineMs = 10_000;

/** What asks an address over HTTP, as `fetch` does. */
type Ask = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Reads the daily reference rates from a path or an address.
 * @throws Error for what can't be read in time, is too large or no such file
 */
export async function readRates(source: string, ask: Ask): Promise<PublishedRates> {
  const text = /^https?:\/\//.test(source) ? await fetched(source, ask) : await readFrom(source);
  const rates = readEcbRates(text);
  if (rates === null) throw new Error('it is no file of reference rates as the European Central Bank publishes it');
  return rates;
}

async function readFrom(path: string): Promise<string> {
  if ((await promises.stat(path)).size > maxBytes) throw new Error('it is too large');
  return promises.readFile(path, 'utf8');
}

async function fetched(address: string, ask: Ask): Promise<string> {
  const answer = await ask(address, { signal: AbortSignal.timeout(deadlineMs) });
  if (!answer.ok || answer.body === null) throw new Error(`it answers with status ${answer.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new Error('it is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
