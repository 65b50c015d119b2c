/** Everybody of the demo has this password. It is printed at the start, so nothing that matters belongs in a demo. */
export const demoPassword = 'ajudant-demo-2026';

export const demoAdministrator = { email: 'admin@ajudant.example', password: demoPassword };

/** An assistant of the first agency, who may sign in as herself. */
export const demoAssistant = {
  displayName: 'Gerard Bosch',
  email: 'gerard@mediterrania.example',
  password: demoPassword,
};

export const demoAgencies = [
  {
    name: 'Mediterrània Assistents',
    countryCode: 'ES',
    vatId: 'ESB65000002',
    legalName: 'Mediterrània Assistents, S.L.',
    address: { street: 'Carrer de la Marina 12', postalCode: '08005', city: 'Barcelona' },
    contactEmail: 'hola@mediterrania.example',
    owner: { displayName: 'Núria Puig', email: 'nuria@mediterrania.example', password: demoPassword },
    assessor: { displayName: 'Pau Ferran', email: 'prevencio@mediterrania.example', password: demoPassword },
  },
  {
    name: 'Brightdesk Virtual Assistants',
    countryCode: 'GB',
    vatId: 'GB100000089',
    legalName: 'Brightdesk Ltd',
    address: { street: '4 Mill Lane', postalCode: 'BS1 4DJ', city: 'Bristol' },
    contactEmail: 'hello@brightdesk.example',
    owner: { displayName: 'Owen Price', email: 'owen@brightdesk.example', password: demoPassword },
    assessor: { displayName: 'Ruth Hale', email: 'safety@brightdesk.example', password: demoPassword },
  },
  {
    name: 'Aurora Oficina Remota',
    countryCode: 'ES',
    vatId: 'ESB65000010',
    legalName: 'Aurora Oficina Remota, S.L.',
    address: { street: 'Calle Mayor 3', postalCode: '28013', city: 'Madrid' },
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
    legalName: 'Forn Cal Tià, S.L.',
    address: { street: 'Plaça Major 1', postalCode: '08500', city: 'Vic' },
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
    legalName: 'Clínica Dental Alameda, S.L.',
    address: { street: 'Alameda 20', postalCode: '29001', city: 'Málaga' },
    sector: 'dental clinic',
    timeZone: 'Europe/Madrid',
    contactEmail: 'citas@alameda.example',
    owner: { displayName: 'Marta Alameda', email: 'marta@alameda.example', password: demoPassword },
  },
] as const;

/** Of everybody in the demo; nobody reads their mail. */
export const demoAddresses: readonly string[] = [
  ...demoAgencies.flatMap(({ owner, assessor }) => [owner.email, assessor.email]),
  ...demoBusinesses.map(({ owner }) => owner.email),
];
