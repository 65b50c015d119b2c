import { Writable } from 'node:stream';
import { createLogger, describeForLog } from './logger.js';

const lines: string[] = [];
const destination = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});
const logger = createLogger({ service: 'specimen', level: 'info', destination });
const lineOf = (log: () => void): Record<string, unknown> => {
  log();
  return JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
};

describe('The log', () => {
  it('is JSON with level, time and service', () => {
    expect(lineOf(() => logger.info({ needId: 'n' }, 'posted'))).toMatchObject({
      level: 'info',
      service: 'specimen',
      needId: 'n',
      msg: 'posted',
      time: expect.stringMatching(/Z$/),
    });
  });

  it('tells no address, whether in a text, an error or its cause', () => {
    const error = new Error('no mail to Jane <jane@example.com>', { cause: new Error('jane@example.com') });
    logger.error(error);
    logger.error({ err: error });
    logger.warn('jane@example.com');
    logger.warn({ a: 1 }, 'to jane@example.com.');
    logger.info({ email: 'jane@example.com', user: { email: 'jane@example.com', password: 'hunter2' } });
    expect(lines.join('')).not.toMatch(/jane@|hunter2/);
    expect(lines.join('')).toContain('no mail to Jane <<address>>');
  });

  it('tells of a database error its state and names, and no values', () => {
    const error = Object.assign(new Error('duplicate key (jane)'), {
      code: '23505',
      constraint: 'users_email',
      table: 'users',
      detail: 'Key (email)=(jane) exists',
    });
    expect(describeForLog(Object.assign(new Error('query failed: jane'), { driverError: error }))).toMatchObject({
      code: '23505',
      constraint: 'users_email',
      table: 'users',
    });
    expect(JSON.stringify(describeForLog(error))).not.toContain('jane');
    expect(describeForLog(Object.assign(new Error('broken'), { code: 'EPIPE' }))).toMatchObject({
      message: 'broken',
      code: 'EPIPE',
    });
  });

  it('tells of what is thrown and is no error', () => {
    expect(describeForLog('jane@example.com')).toEqual({ type: 'string', message: '<address>' });
    expect(describeForLog(undefined)).toMatchObject({ type: 'undefined' });
  });
});
