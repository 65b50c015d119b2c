export { DemoClient, UnexpectedAnswer } from './demo-client.js';
export { demoBankAccount } from './demo-money.js';
export { demoAddresses, demoAdministrator, demoPassword } from './demo-organisations.js';
export { daysFromNow, PlayedClock, PlayedTime } from './demo-time.js';
export { demoPlan } from './demo-plan.js';
export { demoPeople } from './demo-people.js';
export { clearWorkplace, ensureAssessor } from './demo-supply.js';
export { ensureDemoData, lastOfTheDemo } from './ensure-demo-data.js';
export { printWelcome } from './welcome.js';
