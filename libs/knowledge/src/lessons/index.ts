import type { Jurisdiction, Lesson, TrainingCourse, TrainingCourses, Worded } from '#domain';
import { readEntries, readFile } from '../files/data-files.js';

/** What is true everywhere of a workplace at home; each jurisdiction adds what its rules say. */
type SharedLesson = Omit<Lesson, 'source'>;

interface Course extends Pick<TrainingCourse, 'version' | 'legalBasis'> {
  readonly entries: readonly { readonly lessonCode: string; readonly source: string; readonly rule: Worded }[];
}

/** What the marketplace records of the work of assistants, as they are told. */
export interface Recorded {
  readonly code: string;
  readonly what: Worded;
  readonly why: Worded;
  readonly whoSees: Worded;
}

const lessons = new Map(readEntries<SharedLesson>('lessons/lessons.json').map((lesson) => [lesson.code, lesson]));

/** The training that holds in each jurisdiction. */
export const trainingCourses: TrainingCourses = {
  uk: courseOf('uk'),
  es: courseOf('es'),
  eu: courseOf('eu'),
  us: courseOf('us'),
};

export const recorded: readonly Recorded[] = readEntries<Recorded>('lessons/recorded.json');

function courseOf(jurisdiction: Jurisdiction): TrainingCourse {
  const { version, legalBasis, entries } = readFile<Course>(`lessons/${jurisdiction}.json`);
  return { jurisdiction, version, legalBasis, lessons: entries.map(lessonOf) };
}

function lessonOf({ lessonCode, source, rule }: Course['entries'][number]): Lesson {
  const lesson = lessons.get(lessonCode);
  if (lesson === undefined) throw new Error(`a training has the lesson ${lessonCode}, which there is not`);
  return { ...lesson, source, text: [...lesson.text, rule] };
}
