/** Says what is wrong with the values of the body, clause by clause: expected, came, and what to change. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { parseJson } from '../../../schemas/validation/ajv.js';
import type { BrokenClause } from '../../../schemas/validation/broken-clause.js';
import { broken, type ConnectorFinding, type Words } from '../contract.js';
import { noValue } from '../no-value.js';
import { shown, shownValue } from '../shown.js';
import { brokenJsonWords } from './broken-json-words.js';
import { missingWords } from './missing-words.js';
import { type BodyReading, isObject, placeOfJson } from './reading.js';

/** One place in the conversation: its value, and how people write the way to it. */
interface Place {
  readonly value: unknown;
  readonly parent: unknown;
  readonly name: string;
}

/** A finding for each broken clause, however many entries break it. */
export function judgeValues(found: readonly BrokenClause[], reading: BodyReading): readonly ConnectorFinding[] {
  const kept = withoutCascade(found, reading);
  return [...new Set(kept.map(({ clause }) => clause))].map((clause) => {
    const all = kept.filter((one) => one.clause === clause);
    const places = all.map(({ at }) => placeAt(at, reading));
    const [first] = places;
    const { message, advice } = first === undefined ? generalWords() : wordsFor(clause, first, reading);
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

const generalWords = (): Words => ({ message: 'The body breaks the clause.', advice: 'Compare it with the clause.' });

/** When the whole object stands in a part of another name, both members are missing by one mistake. */
function withoutCascade(found: readonly BrokenClause[], { layout, names }: BodyReading): readonly BrokenClause[] {
  const [known, missing] = [
    new Set(['channelAddressIdentifier', 'participants']),
    ['body/channel-address-identifier/required', 'body/participants/required'],
  ];
  if (layout !== 'parts' || names.some((name) => known.has(name)) || names.length !== 1) return found;
  return found.filter(({ clause }) => clause !== missing[0]);
}

/** `/form/json/participants/0/role`, `/form/participants/0/role` and `/body/participants/0/role` name the same place. */
function placeAt(pointer: string, { whole }: BodyReading): Place {
  const steps = pointer
    .replace(/^\/(?:form\/json|form|body)/, '')
    .split('/')
    .slice(1);
  let value: unknown = whole;
  let parent: unknown;
  for (const step of steps) {
    parent = value;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  }
  const name = steps
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
  return { value, parent, name: name === '' ? 'the whole' : name };
}

function wordsFor(clause: ClauseId, place: Place, reading: BodyReading): Words {
  const { value, name } = place;
  switch (clause) {
    case 'body/participants/json':
    case 'body/json/well-formed':
    case 'body/json/object':
      return textWords(reading);
    case 'body/channel-address-identifier/required':
    case 'body/participants/required':
    case 'body/participants/subject/required':
    case 'body/participants/role/required':
    case 'body/participants/app-type/required':
      return missingWords(name, isObject(place.parent) ? Object.keys(place.parent) : [], reading);
    case 'body/channel-address-identifier/string':
      return {
        message: `channelAddressIdentifier is expected to be a text with at least one character, and ${value === '' ? 'an empty one' : shownValue(value)} came.`,
        advice:
          value === '' || value === null
            ? 'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel.'
            : 'Send the identifier as a text, in quotes where it stands in JSON.',
      };
    case 'body/participants/list':
      return listWords(value, reading);
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
      return generalWords();
  }
}

/** The text that should hold JSON: broken, or JSON of another type than an object. */
function textWords(reading: BodyReading): Words {
  const text = reading.json ?? '';
  const parsed = parseJson(text);
  const place = placeOfJson(reading);
  if (!parsed.ok) return brokenJsonWords(text, place);
  const message = `${place} is expected to hold one JSON object with channelAddressIdentifier and participants, and ${shownValue(parsed.value)} came`;
  if (typeof parsed.value === 'string' && parseJson(parsed.value).ok)
    return {
      message: `${place} is expected to hold one JSON object, and a JSON text came that holds JSON again: it was encoded twice.`,
      advice: twiceAdvice,
    };
  if (Array.isArray(parsed.value))
    return {
      message: `${message}.`,
      advice: 'Put the list into the member participants of an object, beside channelAddressIdentifier.',
    };
  return { message: `${message}.`, advice: 'Send the object with both members.' };
}

const twiceAdvice =
  'Encode once: hand the JSON writer the list or object itself, not a text that is JSON already (JSON.stringify of a JSON.stringify, json= with json.dumps).';

function listWords(value: unknown, { names }: BodyReading): Words {
  const expected = 'participants is expected to be a list of objects';
  const say = (came: string, advice: string): Words => ({ message: `${expected}, and ${came}.`, advice });
  if (names.filter((name) => name === 'participants').length > 1) {
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
  if (isObject(value)) {
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
