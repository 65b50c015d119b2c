/** For specs: zones whose clocks change in every way there is, and some whose clocks don't. */
export const thirtyZones = [
  'Europe/Madrid', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Canary',
  'America/New_York', 'America/Los_Angeles', 'America/St_Johns', 'America/Havana', 'America/Santiago', 'America/Asuncion',
  'America/Sao_Paulo', 'America/Nuuk', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Gaza',
  'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Manila', 'Asia/Tehran', 'Asia/Tokyo', 'Australia/Lord_Howe',
  'Australia/Adelaide', 'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati', 'Antarctica/Troll', 'UTC',
]; // prettier-ignore
