import { createRequestLogger, type LogLevel } from './logger.js';
import { type RequestLine, RequestLines } from './request-lines.js';

const answered: RequestLine = {
  requestId: 'r-1',
  correlationId: undefined,
  traceId: undefined,
  method: 'GET',
  route: '/v1/needs/:id',
  status: 200,
  milliseconds: 1.5,
  organisationId: undefined,
  userId: undefined,
  err: undefined,
};

function log(level: LogLevel) {
  const lines: string[] = [];
  const options = { service: 'a "specimen"', level, destination: { write: (line: string) => void lines.push(line) } };
  return { lines, requests: new RequestLines(options), byPino: createRequestLogger(options) };
}

const withoutTime = (line: string): string => line.replace(/"time":"\d{4}-\d\d-\d\dT[\d:.]+Z"/, '"time"');

describe('The log of requests', () => {
  it.each<[string, Partial<RequestLine>]>([
    ['nobody asks', {}],
    ['a person asks', { organisationId: 'o-1', userId: 'u-1', correlationId: 'c-1', traceId: '0af7' }],
    ['an API key asks', { organisationId: 'o "1"', userId: null }],
    ['there is no such route', { route: null, status: 404 }],
  ])('says the same of a request as the log of everything else would, where %s', (_, more) => {
    const { lines, requests, byPino } = log('info');
    requests.write('info', { ...answered, ...more });
    byPino.info({ ...answered, ...more }, 'request answered');
    expect(lines.map(withoutTime)).toEqual([expect.stringContaining('"time"'), withoutTime(lines[0]!)]);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', status: more.status ?? 200 });
  });

  it('tells of a failure what is known of it, without values', () => {
    const { lines, requests } = log('info');
    requests.write('error', { ...answered, status: 500, err: new Error('no mail to jane@example.com') });
    requests.write('info', { ...answered, status: 400, err: new Error('no mail to jane@example.com') });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', msg: 'request failed', err: { message: 'no mail to <address>' } },
      { level: 'info', msg: 'request answered', err: { message: 'no mail to <address>' } },
    ]);
  });

  it('has of each level what was asked for', () => {
    const [quiet, loud] = [log('error'), log('debug')];
    for (const { requests } of [quiet, loud]) {
      for (const level of ['debug', 'info', 'error'] as const) requests.write(level, answered);
    }
    const levelsOf = (lines: string[]) => lines.map((line) => (JSON.parse(line) as { level: string }).level);
    expect(levelsOf(quiet.lines)).toEqual(['error']);
    expect(levelsOf(loud.lines)).toEqual(['debug', 'info', 'error']);
  });
});
