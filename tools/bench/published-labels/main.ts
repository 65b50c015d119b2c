import { buildSearchIndex, ownCatalogue, rankDuties, stem, stopWords, wordsOf } from '#knowledge/suggesting';
import { argumentsOf, endAsMisused } from '#platform/processes';
import { meanOf } from '../plain-words/measures.js';
import { PlainBm25 } from '../plain-words/plain-bm25.js';
import { type PublishedCatalogue, type PublishedSet, readEscoSkills, readOnet } from './published-sets.js';
import { measureFirstTen, type RankMeasures } from './rank-measures.js';

/**
 * `npm run bench:published-labels -- --onet FOLDER --esco FOLDER`: how well the entries of published catalogues are found by
 * what others wrote and judged, beside BM25 over the stems of the same labels. The folders hold
 * - `DWA Reference.txt` of the O*NET database (onetcenter.org) and `tasks-to-activities.tsv`, made of its `Tasks to DWAs`,
 * - the files in `data` of github.com/jensjorisdecorte/Skill-Extraction-benchmark (ESCO 1.1).
 */
const rankedEntries = 10;
const usage =
  'npm run bench:published-labels -- --onet FOLDER --esco FOLDER: how well entries of published catalogues are found by judged texts.';

const { onet, esco } = argumentsOf(usage, { onet: { type: 'string' }, esco: { type: 'string' } });
if (onet === undefined && esco === undefined) endAsMisused('--onet or --esco names a folder.');

if (onet !== undefined) report("O*NET's work activities", await readOnet(onet));
if (esco !== undefined) report("ESCO's skills", await readEscoSkills(esco));

function report(title: string, { entries, sets }: PublishedCatalogue): void {
  const startedAt = performance.now();
  const index = buildSearchIndex({ ...ownCatalogue(), imported: entries, offersOwnDuties: false });
  console.log(`${title}: ${entries.length}, indexed in ${(performance.now() - startedAt).toFixed(0)} ms`);
  console.log('                           texts  nDCG@10   RP@10   (BM25: nDCG@10   RP@10)   abstained   p50');
  const labels = entries.map(({ id, labels: { en = '' } }) => ({ id, language: 'en' as const, texts: [en] }));
  const bm25 = new PlainBm25(labels, stemsOf);
  for (const set of sets) {
    const waits: number[] = [];
    let abstained = 0;
    const ours = measured(set, (text) => {
      const askedAt = performance.now();
      const answer = rankDuties(text, null, index, rankedEntries);
      waits.push(performance.now() - askedAt);
      if (answer.abstained) abstained += 1;
      return answer.ranked.map(({ dutyCode }) => dutyCode);
    });
    const plain = measured(set, (text) => bm25.idsOf(text, 'en'));
    const p50 = waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)] ?? 0;
    console.log(
      `${set.name.padEnd(24)}${String(set.texts.length).padStart(8)}${cell(ours.ndcg10)}${cell(ours.rp10)}` +
        `${cell(plain.ndcg10).padStart(17)}${cell(plain.rp10)}${`${((100 * abstained) / set.texts.length).toFixed(0)}%`.padStart(13)}` +
        `${p50.toFixed(1)} ms`.padStart(10),
    );
  }
}

function measured({ texts }: PublishedSet, rank: (text: string) => readonly string[]): RankMeasures {
  const all = texts.map(({ text, relevant }) => measureFirstTen(rank(text), relevant));
  return { ndcg10: meanOf(all.map(({ ndcg10 }) => ndcg10)), rp10: meanOf(all.map(({ rp10 }) => rp10)) };
}

function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ plain }) => (stopWords.en.has(plain) ? [] : [stem(plain, 'en')]));
}

function cell(value: number): string {
  return value.toFixed(3).padStart(9);
}
