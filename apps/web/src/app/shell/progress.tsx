import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useText } from '../../texts/use-text';
import classes from './shell.module.css';

/** That something is under way; it shows once that takes longer than a blink. */
export function Progress() {
  const t = useText();
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  const fetching = useIsFetching();
  const acting = useIsMutating();
  return isLoading || fetching + acting > 0 ? (
    <div className={classes.progress} role="progressbar" aria-label={t('words.loading')} />
  ) : null;
}
