import { BitmapPool } from './bitmap-pool.js';
import { CandidateQueue } from './candidate-queue.js';
import { FilterBuffers } from './filter-buffers.js';
import { CalendarFindings } from './shared-time.js';

/** Memory that a search works with, kept for the next one. */
export class SearchBuffers {
  readonly filters = new FilterBuffers();
  readonly bitmaps = new BitmapPool();
  readonly calendars = new CalendarFindings();
  /** Who may match, who may be a near miss, and who passes but for the calendar. */
  readonly matching = new CandidateQueue();
  readonly near = new CandidateQueue();
  readonly rejected = new CandidateQueue();

  /** @param words of the bitmaps */
  reset(words: number): void {
    this.bitmaps.reset(words);
    for (const queue of [this.matching, this.near, this.rejected]) queue.clear();
  }
}
