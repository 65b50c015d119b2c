import { useCallback } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';
import type { TextId } from './text-id';

export type Values = Readonly<Record<string, PrimitiveType>>;
export type Text = (id: TextId, values?: Values) => string;

/** `t('shell.sign-in')`: a text of the reader's language; what it needs to be told is in `values`. */
export function useText(): Text {
  const { formatMessage } = useIntl();
  return useCallback((id, values) => formatMessage({ id }, values as Record<string, PrimitiveType>), [formatMessage]);
}

/** For texts whose id is made of what the API says, e.g. of a status: null where there is none. */
export function useTextIfAny(): (id: string, values?: Values) => string | null {
  const { formatMessage, messages } = useIntl();
  return useCallback(
    (id, values) => (id in messages ? formatMessage({ id }, values as Record<string, PrimitiveType>) : null),
    [formatMessage, messages],
  );
}
