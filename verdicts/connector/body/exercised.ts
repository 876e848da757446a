/** Which clauses about values a body put to the test: a clause of a member counts once the member was there to be judged. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { type BodyReading, isObject } from './reading.js';

export function exercisedByBody({ layout, whole, json }: BodyReading): readonly ClauseId[] {
  const clauses: ClauseId[] =
    layout === 'json' ? ['body/json/well-formed'] : json === undefined ? [] : ['body/participants/json'];
  if (whole === undefined) return clauses;
  if (layout === 'json') clauses.push('body/json/object');
  clauses.push('body/channel-address-identifier/required');
  if ('channelAddressIdentifier' in whole) clauses.push('body/channel-address-identifier/string');
  if ('routingAttributes' in whole) {
    clauses.push('body/routing-attributes/object');
    if (isObject(whole.routingAttributes)) clauses.push('body/routing-attributes/string-values');
  }
  // A part participants that is no JSON is there, and more cannot be said of it.
  if (!('participants' in whole))
    return json === undefined || layout !== 'parts' ? [...clauses, 'body/participants/required'] : clauses;
  clauses.push('body/participants/required', 'body/participants/list');
  if (!Array.isArray(whole.participants)) return clauses;
  clauses.push('body/participants/non-empty');
  if (layout === 'json') clauses.push('body/participants/one-entry');
  if (whole.participants.length === 0) return clauses;
  clauses.push('body/participants/entries');
  const entries = whole.participants.filter(isObject);
  if (entries.length === 0) return clauses;
  clauses.push(
    'body/participants/subject/required',
    'body/participants/role/required',
    'body/participants/app-type/required',
  );
  if (entries.some((entry) => 'subject' in entry))
    clauses.push('body/participants/subject/string', 'body/participants/subject/non-empty');
  if (entries.some((entry) => 'role' in entry)) clauses.push('body/participants/role/value');
  if (entries.some((entry) => 'appType' in entry)) clauses.push('body/participants/app-type/value');
  return clauses;
}
