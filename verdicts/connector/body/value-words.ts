/** Says what is wrong with the values of the body, clause by clause: expected, came, and what to change. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { memberAt } from '../../../schemas/operations/member.js';
import type { BrokenClause } from '../../../schemas/validation/broken-clause.js';
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import type { BodyReading } from '../../../wire/codecs/codec.js';
import { broken, type ConnectorFinding } from '../contract.js';
import type { Duties } from '../duties.js';
import { noValue, shownValue, statementAdvice, type Told, type Words } from '../words.js';
import { brokenJsonWords } from './broken-json-words.js';
import { missingWords } from './missing-words.js';
import { type Place, placeAt, placeOfJson } from './places.js';

/** A finding for each broken clause, however many entries break it. */
export function judgeValues(
  found: readonly BrokenClause[],
  body: BodyReading,
  duties: Duties,
): readonly ConnectorFinding[] {
  const kept = withoutCascade(found, body, duties);
  return kept.flatMap((one, index) => {
    const { clause } = one;
    if (kept.findIndex((other) => other.clause === clause) !== index) return [];
    const { message, advice } = wordsFor(one, placeAt(one.at, body), body, duties);
    const others = kept.slice(index + 1).filter((other) => other.clause === clause);
    const names = others.slice(0, 3).map(({ at }) => placeAt(at, body).name);
    const more = names.length === 0 ? '' : ` The same holds for ${names.join(', ')}.`;
    return [broken(clause, { message: message + more, advice })];
  });
}

/** When the whole object stands in a part of another name, all members are missing by one mistake. */
function withoutCascade(
  found: readonly BrokenClause[],
  { codec, parts }: BodyReading,
  { members }: Duties,
): readonly BrokenClause[] {
  if (codec !== 'form-parts' || parts.some(({ name }) => members.includes(name)) || parts.length !== 1) return found;
  const missing = found.filter(({ at }) => members.some((member) => at === `/form/${member}`));
  return found.filter((one) => !missing.includes(one) || one === missing.at(-1));
}

function wordsFor({ clause, keyword, problem }: BrokenClause, place: Place, body: BodyReading, duties: Duties): Words {
  const { value, name } = place;
  // Whatever is missing has words by what came in its place.
  if (keyword === 'required') {
    return missingWords(name, isJsonObject(place.parent) ? Object.keys(place.parent) : [], body, duties);
  }
  // So has the text that holds the values.
  if (keyword === 'contentMediaType' || place.isWhole) return textWords(body, duties);
  const row = valueRows.get(clause);
  if (row === undefined) {
    const came = value === undefined ? '' : `: ${shownValue(value)} came`;
    return { message: `${name} ${problem}${came}.`, advice: statementAdvice(clause) };
  }
  const [expected, told] = row;
  const [came, advice] = told(value, body);
  return { message: `${name} is expected to ${expected}, and ${came}.`, advice };
}

/** What is expected of a value, and what is told of one that came. */
type ValueRow = readonly [expected: string, told: (value: unknown, body: BodyReading) => Told];

const came = (value: unknown): string => `${shownValue(value)} came`;
const endUser = '{"subject": ..., "role": "EndUser", "appType": "custom"}';

/** By the clause that the value breaks. */
const valueRows: ReadonlyMap<ClauseId, ValueRow> = new Map<ClauseId, ValueRow>([
  ['body/channel-address-identifier/string', ['be a text with at least one character', toldOfChannel]],
  ['body/participants/list', ['be a list of objects', toldOfList]],
  [
    'body/participants/non-empty',
    ['have at least one entry', () => ['the list is empty', `Put the end user into it: ${endUser}.`]],
  ],
  [
    'body/participants/one-entry',
    [
      'have exactly one entry',
      (value) => [
        `it has ${Array.isArray(value) ? value.length : 'more'}`,
        'Send the end user only; agents join later through other calls.',
      ],
    ],
  ],
  ['body/participants/entries', ['be an object with subject, role and appType', toldOfEntry]],
  ['body/participants/subject/string', ['be a text', toldOfSubject]],
  [
    'body/participants/subject/non-empty',
    [
      'have at least one character',
      () => [
        'it is empty',
        'Send the identifier of the end user in your channel, and stop with an error of your own when there is none.',
      ],
    ],
  ],
  ['body/participants/role/value', ['be exactly "EndUser"', (value) => toldOfFixed(value, 'EndUser')]],
  ['body/participants/app-type/value', ['be exactly "custom"', (value) => toldOfFixed(value, 'custom')]],
  [
    'body/routing-attributes/object',
    ['be an object', (value) => [came(value), 'Send an object with a text for each attribute, or leave it out.']],
  ],
  [
    'body/routing-attributes/string-values',
    ['be a text', (value) => [came(value), 'Write numbers, booleans and objects as texts, in quotes.']],
  ],
]);

/** The text that should hold JSON: broken, or JSON of another type than an object. */
function textWords(body: BodyReading, duties: Duties): Words {
  const text = body.json?.text ?? '';
  const parsed = parseJson(text);
  const place = placeOfJson(body);
  if (!parsed.ok) return brokenJsonWords(text, place, duties);
  const members = duties.members.filter((name) => memberAt(duties.values, [name])?.required !== undefined);
  const message = `${place} is expected to hold one JSON object with ${members.join(' and ')}, and ${shownValue(parsed.value)} came.`;
  if (typeof parsed.value === 'string' && parseJson(parsed.value).ok) {
    const message = `${place} is expected to hold one JSON object, and a JSON text came that holds JSON again: it was encoded twice.`;
    return { message, advice: twiceAdvice };
  }
  const [list, ...more] = members.filter((name) => memberAt(duties.values, [name])?.node.type === 'array');
  if (Array.isArray(parsed.value) && list !== undefined && more.length === 0) {
    const others = members.filter((name) => name !== list);
    const beside = others.length === 0 ? '' : `, beside ${others.join(' and ')}`;
    return { message, advice: `Put the list into the member ${list} of an object${beside}.` };
  }
  return { message, advice: 'Send the object with its members.' };
}

const twiceAdvice =
  'Encode once: hand the JSON writer the list or object itself, not a text that is JSON already (JSON.stringify of a JSON.stringify, json= with json.dumps).';

function toldOfChannel(value: unknown): Told {
  if (value === '') return ['an empty one came', 'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel.'];
  if (value === null) return [came(value), 'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel.'];
  return [came(value), 'Send the identifier as a text, in quotes where it stands in JSON.'];
}

function toldOfList(value: unknown, { parts }: BodyReading): Told {
  if (parts.filter(({ name }) => name === 'participants').length > 1) {
    return [
      'each entry came as a part of its own',
      'Send one part participants that holds the whole list as JSON: [{...}, {...}].',
    ];
  }
  if (isEncodedTwice(value)) return ['a text came that holds JSON again: it was encoded twice', twiceAdvice];
  if (value === null) {
    return ['null came', 'Build the list before the call: a variable without a value was written as null.'];
  }
  if (isJsonObject(value) && Array.isArray(value.participants)) {
    return [
      'an object came that has the list in a member participants of its own',
      'The name of the part says what it is: let the part hold the list alone, [{...}].',
    ];
  }
  if (isJsonObject(value)) {
    return [
      'one object came without a list around it',
      'Put it in brackets: [{...}], also when there is one participant only.',
    ];
  }
  const text = typeof value === 'string' ? 'the text ' : '';
  return [`${text}${came(value)}`, `Send a list with one object: [${endUser}].`];
}

function isEncodedTwice(value: unknown): boolean {
  const inner = typeof value === 'string' ? parseJson(value) : undefined;
  return inner?.ok === true && typeof inner.value === 'object' && inner.value !== null;
}

function toldOfEntry(value: unknown): Told {
  if (typeof value !== 'string') {
    return [came(value), 'Send an object for every participant; a list inside the list, null or a number is none.'];
  }
  return parseJson(value).ok
    ? [`${came(value)}: the entry was encoded twice`, twiceAdvice]
    : [came(value), 'Put the text into an object: {"subject": "...", "role": "EndUser", "appType": "custom"}.'];
}

function toldOfSubject(value: unknown): Told {
  if (typeof value === 'number') {
    return [
      `${came(value)}, a number`,
      'Put it in quotes: keep the identifier a text all the way, since as a number it loses leading zeros, a plus sign and digits beyond the sixteenth.',
    ];
  }
  return value === null
    ? [came(value), 'Send the identifier of the end user, and stop with an error of your own when there is none.']
    : [came(value), 'Send the identifier of the end user in your channel as one text.'];
}

function toldOfFixed(value: unknown, word: string): Told {
  if (typeof value !== 'string') return [came(value), `Send the text "${word}".`];
  const nothing = noValue(value);
  if (nothing !== undefined) return [came(value), `Send "${word}": what came is ${nothing}.`];
  const isMisspelled = value.toLowerCase().replace(/[^a-z]/g, '') === word.toLowerCase();
  return [
    came(value),
    isMisspelled
      ? `Letter case, blanks and signs count: write "${word}".`
      : `This operation takes no other value: send "${word}", whatever other operations take.`,
  ];
}
