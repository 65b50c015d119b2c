export { assertReachable } from './assert-reachable.js';
