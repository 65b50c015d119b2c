/** The zone of whoever reads. */
export const readersZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
