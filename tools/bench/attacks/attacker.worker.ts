import { Agent, type ClientRequest, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Shot } from './attacks.js';

/** Sends all shots of an attack at once, and says with which status each was answered. */
const url = workerData as string;

parentPort!.on('message', (shots: readonly Shot[]) => {
  const agent = new Agent({ keepAlive: true });
  const sent: ClientRequest[] = [];
  void Promise.all(shots.map((shot) => fire(shot, agent, sent))).then((statuses) => {
    for (const one of sent) one.destroy();
    agent.destroy();
    parentPort!.postMessage(statuses);
  });
});

/** The status, once the answer has come; that of a stream when it has begun. 0 where the connection was cut. */
function fire({ method, path, headers, body }: Shot, agent: Agent, sent: ClientRequest[]): Promise<number> {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const one = request(`${url}${path}`, { method, headers: { ...headers, ...length }, agent }, (answer) => {
      const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
      answer.resume().once(isStream ? 'resume' : 'end', () => resolve(answer.statusCode ?? 0));
    });
    one.once('error', () => resolve(0));
    one.end(body);
    sent.push(one);
  });
}
