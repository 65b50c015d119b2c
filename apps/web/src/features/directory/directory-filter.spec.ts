import { askedOf, directoryFilterOf } from './directory-filter';

describe('the directory', () => {
  it('is asked for what its address says, and for nothing that it can’t say', () => {
    expect(askedOf(directoryFilterOf({ duty: 'inbox-triage', language: 'ca', instant: true }))).toEqual({
      duty: 'inbox-triage',
      language: 'ca',
      instant: 'true',
    });
    expect(askedOf(directoryFilterOf({ duty: '', language: 7, instant: 'yes', other: 'x' }))).toEqual({});
  });
});
