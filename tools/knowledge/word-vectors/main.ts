import { argumentsOf, endAsMisused } from '#platform/processes';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../chaos/seeded-random.js';
import { learningTexts } from './learning-texts.js';
import { learnWordVectors } from './word-vectors.js';

/**
 * `npm run learn:word-vectors -- --wordnet FOLDER --esco FOLDER`: learns anew which words belong together, and writes
 * `libs/knowledge/data/word-vectors`, whose README says where both come from. The same files give the same vectors.
 */
const { wordnet, esco } = argumentsOf(
  'npm run learn:word-vectors -- --wordnet FOLDER --esco FOLDER: learns which words belong together, from the database files of WordNet and the published files of ESCO.',
  { wordnet: { type: 'string' }, esco: { type: 'string' } },
);
if (wordnet === undefined || esco === undefined) endAsMisused('--wordnet and --esco each name a folder.');

const { words, components } = learnWordVectors(learningTexts({ wordNet: wordnet, esco }), seededRandom(1));
const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../libs/knowledge/data/word-vectors/${name}`, import.meta.url));
writeFileSync(fileOf('words.txt'), `${words.join('\n')}\n`);
writeFileSync(fileOf('components.bin'), components);
console.log(`${words.length} words, ${components.length} bytes.`);
