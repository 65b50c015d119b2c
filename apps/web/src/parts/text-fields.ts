import { typed } from './typed';

/** The fields of a draft that hold text. */
type TextOf<Draft> = {
  [Name in keyof Draft]-?: Draft[Name] extends string ? Name : never;
}[keyof Draft] &
  string;

/**
 * `<TextInput {...field('name')} />`: what stands in that field of a draft, what is wrong with it, and who hears of the draft with what is typed.
 * @param wrong by field, as the service has said it
 */
export const textFields =
  <Draft extends object>(
    draft: Draft,
    onChange: (draft: Draft) => void,
    wrong: Readonly<Record<string, string | undefined>>,
  ) =>
  (name: TextOf<Draft>) => ({
    error: wrong[name],
    ...typed(draft[name] as string, (text) => onChange({ ...draft, [name]: text })),
  });
