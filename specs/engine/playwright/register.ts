/** placeholder replaced below */
import type { Place } from '../probe.js';
export function registerWithPlaywright(_place: Place): void {}
