import { nearestName } from './nearest-name.js';

describe('the nearest known name', () => {
  const known = ['AJUDANT_HTTP_PORT', 'AJUDANT_HTTP_HOST', 'startsOn', 'endsOn', 'email'];

  it.each([
    ['AJUDANT_HTP_PORT', 'AJUDANT_HTTP_PORT'],
    ['AJUDANT_HTTP_PROT', 'AJUDANT_HTTP_PORT'],
    ['ajudant_http_host', 'AJUDANT_HTTP_HOST'],
    ['startOn', 'startsOn'],
    ['emial', 'email'],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });

  it.each(['colour', 'x', '', 'AJUDANT_SOMETHING_ELSE_ALTOGETHER'])('of %j is none', (name) => {
    expect(nearestName(name, known)).toBeNull();
  });
});
