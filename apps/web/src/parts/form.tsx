import type { FormEvent, ReactNode } from 'react';

/** Fields that are sent together, by their button or the enter key. */
export function Form({ onSend, children }: { readonly onSend: () => void; readonly children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend();
  };
  return <form onSubmit={submit}>{children}</form>;
}
