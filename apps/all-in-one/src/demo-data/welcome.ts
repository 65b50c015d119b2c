import { demoAgencies, demoAssistant, demoBusinesses, demoPassword } from './demo-organisations.js';

/** What a newcomer needs to know once it runs. */
export function printWelcome(url: string, administrator: { readonly email: string } | null): void {
  console.log(`
Ajudant is ready at ${url}
  the page                  ${url}
  the API to read and try   ${url}/docs
${administrator === null ? '' : demoHints(url, administrator.email)}
Ctrl-C ends it. The data stays for the next start.
`);
}

function demoHints(url: string, administratorEmail: string): string {
  const [agency, business] = [demoAgencies[0], demoBusinesses[0]];
  return `
Logins of the demo, all with the password ${demoPassword}
  administrator   ${administratorEmail}
  agency          ${agency.owner.email}   (${agency.name})
  business        ${business.owner.email}   (${business.name})
  assistant       ${demoAssistant.email}   (${demoAssistant.displayName})

Try first, in another terminal
  TOKEN=$(curl -s ${url}/v1/auth/tokens -H 'content-type: application/json' \\
    -d '{"email":"${business.owner.email}","password":"${demoPassword}"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
  curl -s ${url}/v1/duty-suggestions -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
    -d '{"text":"my inbox eats my mornings and my books are a mess before tax season"}'
  npm run demo -- --url ${url}     plays the whole journey as a story
`;
}
