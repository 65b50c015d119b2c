/** What the fields of a form are given: the draft in hand, and what the API says against it. */
export interface FieldsOf<Draft> {
  readonly draft: Draft;
  readonly problem: Error | null;
  readonly onChange: (draft: Draft) => void;
}
