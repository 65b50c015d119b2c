import { AwsV4Signer } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answeredWith, calledOut } from '../outbound/index.js';
import { FileStore, type KeptBytes } from './file-store.js';
import { orUnavailable } from './store-unavailable.js';

export interface S3Settings {
  /** Of the bucket, with its name as the last part of the path. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

type Method = 'PUT' | 'GET' | 'DELETE';
type Signed = Awaited<ReturnType<AwsV4Signer['sign']>>;

/** A store that is silent for so long is given up. */
const patienceMs = 15_000;
const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Keeps files in a bucket of S3, or of whatever speaks like it (MinIO, Ceph, R2): requests signed by Signature Version 4. */
export class S3Files extends FileStore {
  constructor(private readonly settings: S3Settings) {
    super();
  }

  put(key: string, bytes: KeptBytes, mediaType: string): Promise<void> {
    return orUnavailable(async () => {
      const answer = await this.ask('PUT', key, { bytes, mediaType });
      answer.resume();
      demandSuccess('PUT', answer);
    });
  }

  get(key: string): Promise<Readable | null> {
    return orUnavailable(async () => {
      const answer = await this.ask('GET', key);
      if (answer.statusCode === 200) return answer;
      answer.resume();
      if (answer.statusCode === 404) return null;
      return demandSuccess('GET', answer);
    });
  }

  delete(key: string): Promise<void> {
    return orUnavailable(async () => {
      const answer = await this.ask('DELETE', key);
      answer.resume();
      if (answer.statusCode !== 404) demandSuccess('DELETE', answer);
    });
  }

  private async ask(
    method: Method,
    key: string,
    body?: { bytes: KeptBytes; mediaType: string },
  ): Promise<IncomingMessage> {
    const { url, region, keyId, secret } = this.settings;
    const signed = await new AwsV4Signer({
      method,
      url: `${url.replace(/\/$/, '')}/${key}`,
      headers: {
        'x-amz-content-sha256': body?.bytes.sha256 ?? emptySha256,
        ...(body && { 'content-type': body.mediaType, 'content-length': String(body.bytes.size) }),
      },
      accessKeyId: keyId,
      secretAccessKey: secret,
      region,
      service: 's3',
    }).sign();
    return calledOut(
      { service: 's3', operation: method, server: signed.url },
      () => answerTo(signed, method, body?.bytes),
      ({ statusCode = 0 }) => answeredWith(statusCode),
    );
  }
}

function answerTo({ url, headers }: Signed, method: Method, bytes?: KeptBytes): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  const request = send(url, { method, headers: Object.fromEntries(headers), timeout: patienceMs });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.once('timeout', () => request.destroy(new Error('the store was silent')));
    request.once('close', () => reject(new Error('the store gave no answer')));
  });
  if (bytes === undefined) request.end();
  // What was refused in the middle is told by its answer.
  else pipeline(createReadStream(bytes.path), request).catch(() => undefined);
  return answered;
}

function demandSuccess(method: Method, { statusCode = 0 }: IncomingMessage): null {
  if (statusCode < 200 || statusCode > 299) throw new Error(`${method} was answered with ${statusCode}`);
  return null;
}
