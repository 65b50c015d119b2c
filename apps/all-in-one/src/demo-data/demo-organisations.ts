/** Everybody of the demo has this password. It is printed at the start, so nothing that matters belongs in a demo. */
export const demoPassword = 'ajudant-demo-2026';

export const demoAdministrator = { email: 'admin@ajudant.example', password: demoPassword };

export const demoAgencies = [
  {
    name: 'Mediterrània Assistents',
    countryCode: 'ES',
    vatId: 'ESB65000002',
    contactEmail: 'hola@mediterrania.example',
    owner: { displayName: 'Núria Puig', email: 'nuria@mediterrania.example', password: demoPassword },
    assessor: { displayName: 'Pau Ferran', email: 'prevencio@mediterrania.example', password: demoPassword },
  },
  {
    name: 'Brightdesk Virtual Assistants',
    countryCode: 'GB',
    vatId: 'GB100000089',
    contactEmail: 'hello@brightdesk.example',
    owner: { displayName: 'Owen Price', email: 'owen@brightdesk.example', password: demoPassword },
    assessor: { displayName: 'Ruth Hale', email: 'safety@brightdesk.example', password: demoPassword },
  },
  {
    name: 'Aurora Oficina Remota',
    countryCode: 'ES',
    vatId: 'ESB65000010',
    contactEmail: 'info@aurora.example',
    owner: { displayName: 'Laura Vidal', email: 'laura@aurora.example', password: demoPassword },
    assessor: { displayName: 'Inés Gil', email: 'prevencion@aurora.example', password: demoPassword },
  },
  {
    name: 'Northwind Remote Office',
    countryCode: 'US',
    contactEmail: 'team@northwind.example',
    owner: { displayName: 'Grace Miller', email: 'grace@northwind.example', password: demoPassword },
    assessor: { displayName: 'Walter Boone', email: 'safety@northwind.example', password: demoPassword },
  },
] as const;

export const demoBusinesses = [
  {
    name: 'Forn Cal Tià',
    countryCode: 'ES',
    vatId: 'ESB65000028',
    sector: 'bakery',
    timeZone: 'Europe/Madrid',
    contactEmail: 'forn@caltia.example',
    owner: { displayName: 'Tià Roca', email: 'tia@caltia.example', password: demoPassword },
  },
  {
    name: 'Harbour Plumbing',
    countryCode: 'GB',
    sector: 'plumbing',
    timeZone: 'Europe/London',
    contactEmail: 'office@harbour.example',
    owner: { displayName: 'Hannah Cole', email: 'hannah@harbour.example', password: demoPassword },
  },
  {
    name: 'Clínica Dental Alameda',
    countryCode: 'ES',
    vatId: 'ESB65000036',
    sector: 'dental clinic',
    timeZone: 'Europe/Madrid',
    contactEmail: 'citas@alameda.example',
    owner: { displayName: 'Marta Alameda', email: 'marta@alameda.example', password: demoPassword },
  },
] as const;
