import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { createLogger } from './logger.js';
import { readableLines } from './standard-output.js';

describe('The log on a terminal', () => {
  it('has a line for each event that a person can read, with what belongs to it', async () => {
    const terminal = new PassThrough();
    const destination = await readableLines(terminal);
    createLogger({ service: 'specimen', level: 'info', destination }).info({ needId: 'n' }, 'posted');
    const [line] = (await once(terminal, 'data')) as [Buffer];
    expect(String(line)).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: posted \{.*"needId":"n".*\}\n$/);
  });
});
