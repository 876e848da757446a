/** All scenarios, in the order in which they are played. The control comes first. */
import type { Scenario } from './scenario.js';
import { allWell } from './scenarios/all-well.js';
import { identifierFormat } from './scenarios/identifier-format.js';
import { resetAfter } from './scenarios/reset-after.js';
import { resetBefore } from './scenarios/reset-before.js';
import { resetWithin } from './scenarios/reset-within.js';
import { slow } from './scenarios/slow.js';
import { successStatuses } from './scenarios/success-statuses.js';
import { throttledDate } from './scenarios/throttled-date.js';
import { throttledSeconds } from './scenarios/throttled-seconds.js';
import { tokenExpires } from './scenarios/token-expires.js';
import { unavailable } from './scenarios/unavailable.js';
import { unknownMembers } from './scenarios/unknown-members.js';

export const scenarios = [
  allWell,
  tokenExpires,
  throttledSeconds,
  throttledDate,
  unavailable,
  slow,
  resetBefore,
  resetWithin,
  resetAfter,
  unknownMembers,
  identifierFormat,
  successStatuses,
] as const satisfies readonly Scenario[];

export type ScenarioId = (typeof scenarios)[number]['id'];

export const scenarioIds: readonly ScenarioId[] = scenarios.map(({ id }) => id);

export function isScenarioId(id: string): id is ScenarioId {
  return scenarios.some((scenario) => scenario.id === id);
}

export function scenarioOf(id: ScenarioId): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario has the id ${id}`);
  return found;
}
