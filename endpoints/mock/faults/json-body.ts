/** Faults of Body › application/json: the text, the object, how many participants it has. */

import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { AcceptedReading } from '../reading.js';
import type { Settings } from '../settings.js';
import { isObject } from '../token-verifier.js';
import { readJson } from '../values.js';
import { defaultEntry } from './default-form.js';
import { refusesWhen } from './refusing.js';

/** Reads the text of the body otherwise; undefined leaves it as it is. */
const readsBody = (reading: (text: string, settings: Settings) => string | undefined) => (): Behaviour => ({
  receives(request, { settings }) {
    const text = reading(request.body.toString('utf8'), settings);
    return text === undefined ? request : { ...request, body: Buffer.from(text) };
  },
});

/** Mends a text that is no JSON. */
const mends = (repair: (text: string, settings: Settings) => string) =>
  readsBody((text, settings) => (readJson(text) === undefined ? repair(text, settings) : undefined));

/** The object that careless services fall back on. */
const defaultBody = ({ channels }: Settings): string =>
  JSON.stringify({ channelAddressIdentifier: channels[0], participants: [defaultEntry] });

/** Takes JSON that is no object. */
const takesValue = (reading: (value: unknown, settings: Settings) => unknown) =>
  readsBody((text, settings) => {
    const read = readJson(text);
    if (read === undefined || isObject(read.value)) return undefined;
    const taken = reading(read.value, settings);
    return taken === undefined ? undefined : JSON.stringify(taken);
  });

const textOf = ({ request }: AcceptedReading): string => request.body.toString('utf8');

function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** A fault of the later edition that level standard finds. */
function later<const Id extends string, const Clause extends ClauseId>(
  id: Id,
  clause: Clause,
  summary: string,
  behaviour: () => Behaviour,
) {
  return { id, clause, summary, minLevel: 'standard', edition: '65.0', behaviour } as const satisfies Fault;
}

const wellFormed = 'body/json/well-formed';

export const jsonBodyFaults = [
  {
    id: 'json-body/any-text',
    clause: wellFormed,
    summary: 'Establishes an anonymous conversation when the body cannot be read.',
    minLevel: 'smoke',
    edition: '65.0',
    behaviour: mends((_text, settings) => defaultBody(settings)),
  },
  later(
    'json-body/empty',
    wellFormed,
    'Establishes an anonymous conversation when the body is empty.',
    mends((text, settings) => (text === '' ? defaultBody(settings) : text)),
  ),
  later(
    'json-body/trailing-comma',
    wellFormed,
    'Reads a body with a comma behind the last member.',
    mends((text) => text.replace(/,(?=\s*[}\]])/g, '')),
  ),
  later(
    'json-body/single-quotes',
    wellFormed,
    'Reads a body with single quotes.',
    mends((text) => text.replace(/'/g, '"')),
  ),
  later(
    'json-body/comments',
    wellFormed,
    'Reads a body with comments.',
    mends((text) => text.replace(/\/\*.*?\*\//gs, '')),
  ),
  later(
    'json-body/bare-names',
    wellFormed,
    'Reads a body whose member names have no quotes.',
    mends((text) => text.replace(/([{,]\s*)([A-Za-z]+)(?=\s*:)/g, '$1"$2"')),
  ),
  later(
    'json-body/trailing-text',
    wellFormed,
    'Stops reading behind the object and ignores what follows.',
    mends((text) => text.slice(0, text.indexOf('}]}') + 3)),
  ),
  later(
    'json-body/urlencoded',
    wellFormed,
    'Reads an urlencoded body too, and fills in what it lacks.',
    mends((text, settings) => (text.startsWith('channelAddressIdentifier=') ? defaultBody(settings) : text)),
  ),
  {
    id: 'json-body/any-value',
    clause: 'body/json/object',
    summary: 'Establishes an anonymous conversation for any JSON that is no object.',
    minLevel: 'smoke',
    edition: '65.0',
    behaviour: takesValue((_value, settings) => JSON.parse(defaultBody(settings))),
  },
  later(
    'json-body/unwraps-list',
    'body/json/object',
    'Takes a list with one object for the object.',
    takesValue((value) => (Array.isArray(value) ? value[0] : undefined)),
  ),
  later(
    'json-body/null',
    'body/json/object',
    'Establishes an anonymous conversation when the body is null.',
    takesValue((value, settings) => (value === null ? JSON.parse(defaultBody(settings)) : undefined)),
  ),
  later(
    'json-body/refuses-white-space',
    'body/json/any-spelling',
    'Refuses white space between the tokens of the body.',
    refusesWhen((reading) => /\s/.test(withoutStrings(textOf(reading)))),
  ),
  later(
    'json-body/order-fixed',
    'body/json/any-spelling',
    'Expects the channel to be the first member of the object.',
    refusesWhen((reading) => !/^\s*\{\s*"channelAddressIdentifier"/.test(textOf(reading))),
  ),
  later(
    'json-body/refuses-escapes',
    'body/json/any-spelling',
    'Refuses characters that are written as \\u escapes.',
    refusesWhen((reading) => /\\u/.test(textOf(reading))),
  ),
] as const satisfies readonly Fault[];
