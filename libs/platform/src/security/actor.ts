/**
 * Whoever makes a request, as far as rules about it need to know. The product says which roles and scopes there are,
 * and adds what else its own rules ask.
 */
export interface Actor<Role extends string = string, Scope extends string = string> {
  /** Null for an API key, which belongs to the organisation and not to a person. */
  readonly userId: string | null;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  /** A person's token may do all that her roles allow; an API key only what it was made for. */
  readonly scopes: readonly Scope[] | 'all';
  readonly via: 'token' | 'api-key';
  /** False until one has shown that the e-mail address is one's own; others see nothing of what one does before. */
  readonly isConfirmed: boolean;
}
