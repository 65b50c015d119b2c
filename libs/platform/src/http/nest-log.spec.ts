import { Writable } from 'node:stream';
import { createLogger } from './logger.js';
import { NestLog } from './nest-log.js';

const lines: Record<string, unknown>[] = [];
const destination = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
    done();
  },
});
const log = new NestLog(createLogger({ service: 'specimen', level: 'trace', destination }));

describe('what the framework says', () => {
  beforeEach(() => lines.splice(0));

  it('is a line of its level with the name of who speaks', () => {
    log.log('begun', 'Clerk');
    log.warn('slow', 'Clerk');
    log.error('lost', 'Clerk');
    log.fatal('gone', 'Clerk');
    log.debug('looked', 'Clerk');
    log.verbose('counted', 'Clerk');
    log.log('nobody speaks');
    expect(lines.map(({ level, context, msg }) => [level, context, msg])).toEqual([
      ['info', 'Clerk', 'begun'],
      ['warn', 'Clerk', 'slow'],
      ['error', 'Clerk', 'lost'],
      ['fatal', 'Clerk', 'gone'],
      ['debug', 'Clerk', 'looked'],
      ['trace', 'Clerk', 'counted'],
      ['info', undefined, 'nobody speaks'],
    ]);
  });

  it('shows an error as such, also where it comes as a text with a stack, and what else is known', () => {
    log.error(new TypeError('broken'), undefined, 'Clerk');
    log.error('broken', 'Error: broken\n    at desk (office.js:1:1)', 'Clerk');
    log.warn({ lost: 3 }, 'Clerk');
    expect(lines).toEqual([
      expect.objectContaining({
        context: 'Clerk',
        err: expect.objectContaining({ type: 'TypeError', message: 'broken' }),
      }),
      expect.objectContaining({ err: expect.objectContaining({ stack: ['at desk (office.js:1:1)'] }) }),
      expect.objectContaining({ context: 'Clerk', lost: 3 }),
    ]);
  });

  it('leaves out that it can not start or listen, which whoever starts the program is told', () => {
    log.error(new Error('no database'), undefined, 'ExceptionHandler');
    log.error('Error: listen EADDRINUSE: address already in use 127.0.0.1:8080', undefined, 'NestApplication');
    log.warn('something else', 'NestApplication');
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', context: 'NestApplication' })]);
  });
});
