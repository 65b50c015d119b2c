import { useLayoutEffect } from 'react';

/** Takes away what stood in the page's place until the scripts had come, in the commit in which something else stands there. */
export const useFirstGone = (): void => useLayoutEffect(() => document.getElementById('first')?.remove(), []);
