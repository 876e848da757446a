/** What a request to the org is for, by its method and target: an operation of the contract, or something else that it has. */
import { operationsInForce } from '../../schemas/operations/operations.js';
import { editDistance } from '../../text/nearest.js';
import { pathOf } from '../../wire/http/request-target.js';
import { type Addressee, noOperation } from '../../wire/received.js';
import { tokenPath } from '../mock/token/token-path.js';

/** The way of requests that a scenario sends to another origin, so that they are known when they come. */
export const elsewherePath = '/elsewhere';

/** @param basePath of the base URL: `/api`, or nothing. */
export function addresseeOf(method: string, target: string, basePath: string): Addressee {
  const path = pathOf(target);
  const there = operationsInForce().filter((operation) => path === `${basePath}/${operation.path}`);
  // Of one that came with another method the judge is to see what it was meant for.
  const operation = there.find((one) => one.method === method) ?? there[0];
  if (operation !== undefined) return operation.id;
  if (path === tokenPath) return noOperation.token;
  if (path.startsWith(`${elsewherePath}/`)) return noOperation.elsewhere;
  const below = path.startsWith(basePath) ? path.slice(basePath.length) : undefined;
  if (operationsInForce().some((one) => isSlipOf(below ?? path, one.path))) return noOperation.unknown;
  return below !== undefined && siblingPath.test(below) ? noOperation.sibling : noOperation.unknown;
}

/** Operations that connectors call around those of the contract; all lie below the base URL and a version. */
const siblingPath = /^\/v\d+\/[A-Za-z]/;

/** Letters that are wrong, missing, swapped or too many. */
const mostMistyped = 2;

/** A slip in the path of an operation is no sibling: the judge is to see it as what it was meant for. */
function isSlipOf(path: string, wanted: string): boolean {
  const steps = ['api', ...wanted.split('/')];
  const resource = steps.pop() ?? '';
  // Another version of it is no sibling either.
  const before = steps.map((step) => `(?:${/^v\d/.test(step) ? 'v[\\d.]+' : step}/*)?`).join('');
  if (new RegExp(`^/*${before}${resource}s?/*$`, 'i').test(path)) return true;
  return editDistance(path.slice(0, 100), `/${wanted}`) <= mostMistyped;
}
