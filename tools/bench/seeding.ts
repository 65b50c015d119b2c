import { assistantsPerAgency, demoAssistantsOf } from '../../apps/all-in-one/src/demo-data/demo-assistants.js';
import { type AgencyCast, anAgency, listCleared } from '../journey/cast.js';

/** Requests under way at a time: enough to keep an api of one process busy. */
const atOnce = 16;
const agencyCount = 10;

/** Lists so many assistants of all sorts over HTTP, published and cleared. */
export async function seedAssistants(url: string, count: number, step: (text: string) => void): Promise<void> {
  const agencies = await Promise.all(Array.from({ length: agencyCount }, () => anAgency(url)));
  let listed = 0;
  const worker = async (): Promise<void> => {
    while (listed < count) {
      const number = (listed += 1) - 1;
      await listCleared(agencyOf(agencies, number), listingOf(number));
      if (number % 250 === 249) step(`${number + 1} assistants are listed and cleared`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, () => worker()));
}

const agencyOf = (agencies: readonly AgencyCast[], number: number): AgencyCast => agencies[number % agencies.length]!;

/** The variety of the demo, over and over. */
const listingOf = (number: number) =>
  demoAssistantsOf(Math.floor(number / assistantsPerAgency))[number % assistantsPerAgency]!;
