export { tearDown as default } from './page-global-setup.js';
