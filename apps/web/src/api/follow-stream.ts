import { refreshSession } from './refresh-session';

/** What was refused is asked for again after so long, then after twice as long each time, up to a minute. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Hears a stream of server-sent events, over the end of the access token as well.
 * @returns how to stop
 */
export function followStream(address: string, event: string, onEvent: () => void): () => void {
  let stream: EventSource;
  let watching = true;
  let pauseMs = firstPauseMs;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource(address);
    stream.addEventListener('open', () => (pauseMs = firstPauseMs));
    stream.addEventListener(event, onEvent);
    stream.addEventListener('error', () => {
      // What broke off is taken up again by the browser; what is closed was refused: the access token was over, or too many listen.
      if (stream.readyState !== EventSource.CLOSED || !watching) return;
      pause = setTimeout(() => void openAgain(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };
  const openAgain = async (): Promise<void> => {
    if ((await refreshSession()) && watching) open();
  };
  open();
  return () => {
    watching = false;
    clearTimeout(pause);
    stream.close();
  };
}
