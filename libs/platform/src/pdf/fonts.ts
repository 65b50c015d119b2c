import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export type FontName = 'plain' | 'strong';

/**
 * DejaVu has the letters of all languages that are written in Latin, Greek or Cyrillic, and each character's width is in the
 * document; of each only what a document uses is put into it. What it lacks shows as an empty box.
 */
export const fonts: Record<FontName, Buffer> = {
  plain: readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf')),
  strong: readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf')),
};
