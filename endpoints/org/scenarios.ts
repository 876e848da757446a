/** All scenarios, in the order in which they are played. The control comes first. */
import type { OrgScenario } from './scenario.js';
import { accepted, allWell, identifierFormat, successStatuses, unknownMembers } from './scenarios/answers.js';
import { resetAfter, resetBefore, resetWithin } from './scenarios/connections.js';
import { redirected, redirectedElsewhere } from './scenarios/redirects.js';
import { alwaysSlow, overtaken, slow } from './scenarios/time.js';
import {
  badGateway,
  throttledCall,
  throttledDate,
  throttledSeconds,
  tokenExpires,
  unavailable,
} from './scenarios/turning-away.js';

export const scenarios = [
  allWell,
  tokenExpires,
  throttledSeconds,
  throttledDate,
  throttledCall,
  unavailable,
  badGateway,
  slow,
  alwaysSlow,
  overtaken,
  resetBefore,
  resetWithin,
  resetAfter,
  redirected,
  redirectedElsewhere,
  unknownMembers,
  identifierFormat,
  successStatuses,
  accepted,
] as const satisfies readonly OrgScenario[];

export type ScenarioId = (typeof scenarios)[number]['id'];

export const scenarioIds: readonly ScenarioId[] = scenarios.map(({ id }) => id);

export function isScenarioId(id: string): id is ScenarioId {
  return scenarios.some((scenario) => scenario.id === id);
}

export function scenarioOf(id: ScenarioId): OrgScenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario has the id ${id}`);
  return found;
}
