/** Why what is booked may not take place, as the event and the API say it. It may grow and never shrinks. */
export const bookingRiskReasons = [
  'agency-not-verified',
  'assistant-not-published',
  'clearance-missing',
  'clearance-elsewhere',
  'clearance-too-short',
  'on-day-off',
  'absent',
] as const;
