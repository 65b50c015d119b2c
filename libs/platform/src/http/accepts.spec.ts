import { takes } from './accepts.js';

const batch = 'application/cloudevents-batch+json';

describe('a media type that a client may ask for', () => {
  it.each([
    batch,
    `${batch.toUpperCase()}; q=0.9`,
    `application/json, ${batch}`,
    `application/json;q=0.5, ${batch};q=0.8`,
    `text/html, ${batch};q=0.1, */*;q=0.01`,
  ])('is answered to "%s"', (accept) => expect(takes(accept, batch)).toBe(true));

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    `${batch};q=0`,
    `${batch};q=x`,
    `${batch};q=0.5, application/json`,
  ])('is not answered to "%s"', (accept) => expect(takes(accept, batch)).toBe(false));
});
