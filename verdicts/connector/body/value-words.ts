/** Says what is wrong with the values of the body, clause by clause: expected, came, and what to change. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { memberAt } from '../../../schemas/operations/member.js';
import type { BrokenClause } from '../../../schemas/validation/broken-clause.js';
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import type { BodyReading } from '../../../wire/codecs/codec.js';
import { broken, type ConnectorFinding, statementAdvice, type Words } from '../contract.js';
import type { Duties } from '../duties.js';
import { noValue } from '../no-value.js';
import { shown, shownValue } from '../shown.js';
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
  return [...new Set(kept.map(({ clause }) => clause))].map((clause) => {
    const all = kept.filter((one) => one.clause === clause);
    const places = all.map(({ at }) => placeAt(at, body));
    const [first, one] = [places[0], all[0]];
    const { message, advice } =
      first === undefined || one === undefined ? generalWords(clause) : wordsFor(one, first, body, duties);
    const more =
      places.length > 1
        ? ` The same holds for ${places
            .slice(1, 4)
            .map(({ name }) => name)
            .join(', ')}.`
        : '';
    return broken(clause, { message: message + more, advice });
  });
}

/** Of a clause that has no words of its own. */
function generalWords(clause: ClauseId, broken?: { readonly place: Place; readonly problem: string }): Words {
  const advice = statementAdvice(clause);
  if (broken === undefined) return { message: 'The body breaks the clause.', advice };
  const { place, problem } = broken;
  const came = place.value === undefined ? '' : `: ${shownValue(place.value)} came`;
  return { message: `${place.name} ${problem}${came}.`, advice };
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
  switch (clause) {
    case 'body/channel-address-identifier/string':
      return {
        message: `channelAddressIdentifier is expected to be a text with at least one character, and ${value === '' ? 'an empty one' : shownValue(value)} came.`,
        advice:
          value === '' || value === null
            ? 'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel.'
            : 'Send the identifier as a text, in quotes where it stands in JSON.',
      };
    case 'body/participants/list':
      return listWords(value, body);
    case 'body/participants/non-empty':
      return {
        message: 'participants is expected to have at least one entry, and the list is empty.',
        advice: 'Put the end user into it: {"subject": ..., "role": "EndUser", "appType": "custom"}.',
      };
    case 'body/participants/one-entry':
      return {
        message: `participants is expected to have exactly one entry, and it has ${Array.isArray(value) ? value.length : 'more'}.`,
        advice: 'Send the end user only; agents join later through other calls.',
      };
    case 'body/participants/entries':
      return entryWords(name, value);
    case 'body/participants/subject/string':
      return subjectWords(name, value);
    case 'body/participants/subject/non-empty':
      return {
        message: `${name} is expected to have at least one character, and it is empty.`,
        advice:
          'Send the identifier of the end user in your channel, and stop with an error of your own when there is none.',
      };
    case 'body/participants/role/value':
      return fixedWords(name, value, 'EndUser');
    case 'body/participants/app-type/value':
      return fixedWords(name, value, 'custom');
    case 'body/routing-attributes/object':
      return {
        message: `routingAttributes is expected to be an object, and ${shownValue(value)} came.`,
        advice: 'Send an object with a text for each attribute, or leave it out.',
      };
    case 'body/routing-attributes/string-values':
      return {
        message: `${name} is expected to be a text, and ${shownValue(value)} came.`,
        advice: 'Write numbers, booleans and objects as texts, in quotes.',
      };
    default:
      return generalWords(clause, { place, problem });
  }
}

/** The text that should hold JSON: broken, or JSON of another type than an object. */
function textWords(body: BodyReading, duties: Duties): Words {
  const text = body.json?.text ?? '';
  const parsed = parseJson(text);
  const place = placeOfJson(body);
  if (!parsed.ok) return brokenJsonWords(text, place, duties);
  const members = duties.members.filter((name) => memberAt(duties.values, [name])?.required !== undefined);
  const message = `${place} is expected to hold one JSON object with ${members.join(' and ')}, and ${shownValue(parsed.value)} came`;
  if (typeof parsed.value === 'string' && parseJson(parsed.value).ok)
    return {
      message: `${place} is expected to hold one JSON object, and a JSON text came that holds JSON again: it was encoded twice.`,
      advice: twiceAdvice,
    };
  const [list, ...more] = members.filter((name) => memberAt(duties.values, [name])?.node.type === 'array');
  if (Array.isArray(parsed.value) && list !== undefined && more.length === 0) {
    const others = members.filter((name) => name !== list);
    return {
      message: `${message}.`,
      advice: `Put the list into the member ${list} of an object${others.length === 0 ? '' : `, beside ${others.join(' and ')}`}.`,
    };
  }
  return { message: `${message}.`, advice: 'Send the object with its members.' };
}

const twiceAdvice =
  'Encode once: hand the JSON writer the list or object itself, not a text that is JSON already (JSON.stringify of a JSON.stringify, json= with json.dumps).';

function listWords(value: unknown, { parts }: BodyReading): Words {
  const expected = 'participants is expected to be a list of objects';
  const say = (came: string, advice: string): Words => ({ message: `${expected}, and ${came}.`, advice });
  if (parts.filter(({ name }) => name === 'participants').length > 1) {
    return say(
      'each entry came as a part of its own',
      'Send one part participants that holds the whole list as JSON: [{...}, {...}].',
    );
  }
  if (typeof value === 'string') {
    const inner = parseJson(value);
    if (inner.ok && typeof inner.value === 'object' && inner.value !== null)
      return say('a text came that holds JSON again: it was encoded twice', twiceAdvice);
    return say(
      `the text ${shown(value)} came`,
      'Send a list with one object: [{"subject": ..., "role": "EndUser", "appType": "custom"}].',
    );
  }
  if (value === null)
    return say('null came', 'Build the list before the call: a variable without a value was written as null.');
  if (isJsonObject(value)) {
    return say(
      'one object came without a list around it',
      'Put it in brackets: [{...}], also when there is one participant only.',
    );
  }
  return say(
    `${shownValue(value)} came`,
    'Send a list with one object: [{"subject": ..., "role": "EndUser", "appType": "custom"}].',
  );
}

function entryWords(name: string, value: unknown): Words {
  const message = `${name} is expected to be an object with subject, role and appType, and ${shownValue(value)} came`;
  if (typeof value === 'string' && parseJson(value).ok)
    return { message: `${message}: the entry was encoded twice.`, advice: twiceAdvice };
  if (typeof value === 'string')
    return {
      message: `${message}.`,
      advice: `Put the text into an object: {"subject": "...", "role": "EndUser", "appType": "custom"}.`,
    };
  return {
    message: `${message}.`,
    advice: 'Send an object for every participant; a list inside the list, null or a number is none.',
  };
}

function subjectWords(name: string, value: unknown): Words {
  const message = `${name} is expected to be a text, and ${shownValue(value)} came`;
  if (typeof value === 'number') {
    return {
      message: `${message}, a number.`,
      advice:
        'Put it in quotes: keep the identifier a text all the way, since as a number it loses leading zeros, a plus sign and digits beyond the sixteenth.',
    };
  }
  if (value === null)
    return {
      message: `${message}.`,
      advice: 'Send the identifier of the end user, and stop with an error of your own when there is none.',
    };
  return { message: `${message}.`, advice: 'Send the identifier of the end user in your channel as one text.' };
}

function fixedWords(name: string, value: unknown, word: string): Words {
  const message = `${name} is expected to be exactly "${word}", and ${shownValue(value)} came.`;
  if (typeof value !== 'string') return { message, advice: `Send the text "${word}".` };
  const nothing = noValue(value);
  if (nothing !== undefined) return { message, advice: `Send "${word}": what came is ${nothing}.` };
  const plain = value.toLowerCase().replace(/[^a-z]/g, '');
  if (plain === word.toLowerCase()) return { message, advice: `Letter case, blanks and signs count: write "${word}".` };
  return { message, advice: `This operation takes no other value: send "${word}", whatever other operations take.` };
}
