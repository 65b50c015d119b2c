import type { Worded } from '../catalogue/catalogue.js';
import type { Jurisdiction } from './clearance-template.js';

export interface LessonChoice {
  /** Unique in its question. */
  readonly code: string;
  readonly text: Worded;
}

export interface LessonQuestion {
  /** Unique in its lesson. */
  readonly code: string;
  readonly question: Worded;
  readonly options: readonly LessonChoice[];
  /** The option that is right; told to nobody who has still to find it. */
  readonly right: string;
}

/** One thing to know about working at home, with what the rules of the place add to it. */
export interface Lesson {
  /** Kebab-case, unique in its training. */
  readonly code: string;
  readonly title: Worded;
  /** Paragraph by paragraph; the last one says what holds in the jurisdiction. */
  readonly text: readonly Worded[];
  /** Where the duty comes from: act, article, annex. */
  readonly source: string;
  readonly questions: readonly LessonQuestion[];
}

/** All that whoever works at home in a jurisdiction is to have learnt. */
export interface TrainingCourse {
  readonly jurisdiction: Jurisdiction;
  /** Counted up whenever a lesson changes; then it is due again. */
  readonly version: number;
  readonly legalBasis: readonly string[];
  readonly lessons: readonly Lesson[];
}

export type TrainingCourses = Readonly<Record<Jurisdiction, TrainingCourse>>;
