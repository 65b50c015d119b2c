import { endingsOf, refusalOf, takesPictures } from './file-refusal';

const accept = '.pdf,image/*,.CSV';
const file = (name: string, type = '', size = 10) => ({ name, type, size });

describe('a place for files', () => {
  it('takes what ends as it says, however that is written, and pictures of any kind', () => {
    for (const taken of [file('bill.PDF'), file('list.csv'), file('IMG_1', 'image/heic')])
      expect(refusalOf(taken, { accept })).toBeNull();
    expect(refusalOf(file('anything.exe'), {})).toBeNull();
  });

  it('refuses what is of another kind, empty, or too large', () => {
    expect(refusalOf(file('bill.pdf.exe', 'application/x-msdownload'), { accept })).toBe('kind');
    expect(refusalOf(file('bill.pdf', 'application/pdf', 0), { accept })).toBe('empty');
    expect(refusalOf(file('bill.pdf', 'application/pdf', 11), { accept, mostBytes: 10 })).toBe('size');
  });

  it('lets a picture be larger, which is made smaller before it is sent', () => {
    expect(refusalOf(file('photo.jpg', 'image/jpeg', 11), { accept, mostBytes: 10 })).toBeNull();
  });

  it('says what it takes as people know it', () => {
    expect([endingsOf(accept), takesPictures(accept), takesPictures('.csv')]).toEqual([['PDF', 'CSV'], true, false]);
  });
});
