/** Faults of JSON as a text: of Body › participants, and of Body › application/json, where the object goes with it. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import type { Behaviour } from '../behaviour.js';
import { defaultEntry, fits, refusesWhen } from '../hooks.js';
import { faultsIn, faultsOf, rowsBy } from '../named-behaviour.js';
import type { Settings } from '../settings.js';
import { readJson } from '../values.js';

/** Reads a broken text of the participants as the one that the repair makes of it. */
const mends = rowsBy((repair: (text: string) => string) => ({ readsJson: (text) => readJson(repair(text)) }));

/** Reads the text of the body otherwise; undefined leaves it as it is. */
const readsBody = (reading: (text: string, settings: Settings) => string | undefined): Behaviour => ({
  receives(request, { settings }) {
    const text = reading(request.body.toString('utf8'), settings);
    return text === undefined ? request : { ...request, body: Buffer.from(text) };
  },
});

/** Mends a body that is no JSON. */
const mendsBody = rowsBy((repair: (text: string, settings: Settings) => string) =>
  readsBody((text, settings) => (readJson(text) === undefined ? repair(text, settings) : undefined)),
);

/** Takes a body that is JSON, but no object, for the text that comes back. */
const takesValue = rowsBy((reading: (value: unknown, settings: Settings) => string | undefined) =>
  readsBody((text, settings) => {
    const read = readJson(text);
    return read === undefined || isJsonObject(read.value) ? undefined : reading(read.value, settings);
  }),
);

/** Refuses a text as it came: that of the participants, or of the body. */
const refusesText = rowsBy((condition: (text: string) => boolean) =>
  refusesWhen(({ parts, request }) => {
    const part = parts.find(({ name }) => name === 'participants' || name === 'json');
    return condition((part ?? request).body.toString('utf8'));
  }),
);

const defaultList = JSON.stringify([defaultEntry]);

/** The object that careless services fall back on. */
const defaultBody = ({ channels }: Settings) =>
  JSON.stringify({ channelAddressIdentifier: channels[0], participants: [defaultEntry] });

const withoutLastCommas = (text: string) => text.replace(/,(?=\s*[}\]])/g, '');
const withDoubleQuotes = (text: string) => text.replace(/'/g, '"');
const withQuotedNames = (text: string) => text.replace(/([{,]\s*)([A-Za-z]+)(?=\s*:)/g, '$1"$2"');

/** The text without its strings, in which everything else is punctuation, numbers, words or white space. */
function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** Closes what is still open at the end of a text that was cut. */
function withClosedBrackets(text: string): string {
  const rest = withoutStrings(text);
  const openString = (rest.match(/"/g)?.length ?? 0) % 2 === 1;
  const closers: string[] = [];
  for (const character of rest.replace(/"[^"]*$/, openString ? '' : '$&')) {
    if (character === '{') closers.unshift('}');
    else if (character === '[') closers.unshift(']');
    else if (character === '}' || character === ']') closers.shift();
  }
  return text + (openString ? '"' : '') + closers.join('');
}

export const jsonBodyFaults = faultsIn('65.0', 'json-body', {
  'body/json/well-formed': mendsBody({
    'any-text': [
      'Establishes an anonymous conversation when the body cannot be read.',
      (_text, settings) => defaultBody(settings),
      'smoke',
    ],
    empty: [
      'Establishes an anonymous conversation when the body is empty.',
      (text, settings) => (text === '' ? defaultBody(settings) : text),
    ],
    'trailing-comma': ['Reads a body with a comma behind the last member.', withoutLastCommas],
    'single-quotes': ['Reads a body with single quotes.', withDoubleQuotes],
    comments: ['Reads a body with comments.', (text) => text.replace(/\/\*.*?\*\//gs, '')],
    'bare-names': ['Reads a body whose member names have no quotes.', withQuotedNames],
    'trailing-text': [
      'Stops reading behind the object and ignores what follows.',
      (text) => text.slice(0, text.indexOf('}]}') + 3),
    ],
    urlencoded: [
      'Reads an urlencoded body too, and fills in what it lacks.',
      (text, settings) => (text.startsWith('channelAddressIdentifier=') ? defaultBody(settings) : text),
    ],
  }),
  'body/json/object': takesValue({
    'any-value': [
      'Establishes an anonymous conversation for any JSON that is no object.',
      (_value, settings) => defaultBody(settings),
      'smoke',
    ],
    'unwraps-list': [
      'Takes a list with one object for the object.',
      (value) => (Array.isArray(value) ? JSON.stringify(value[0]) : undefined),
    ],
    null: [
      'Establishes an anonymous conversation when the body is null.',
      (value, settings) => (value === null ? defaultBody(settings) : undefined),
    ],
  }),
  'body/json/any-spelling': refusesText({
    'refuses-white-space': [
      'Refuses white space between the tokens of the body.',
      (text) => /\s/.test(withoutStrings(text)),
    ],
    'order-fixed': [
      'Expects the channel to be the first member of the object.',
      (text) => !/^\s*\{\s*"channelAddressIdentifier"/.test(text),
    ],
    'refuses-escapes': ['Refuses characters that are written as \\u escapes.', fits(/\\u/)],
  }),
});

export const participantsJsonFaults = faultsOf('participants-json', {
  'body/participants/json': mends({
    'any-text': ['Establishes an anonymous conversation when the JSON cannot be read.', () => defaultList, 'smoke'],
    'empty-text': [
      'Establishes an anonymous conversation when the participants are an empty text.',
      (text) => (text.trim() === '' ? defaultList : text),
    ],
    'trailing-comma': ['Reads JSON with a comma behind the last member or entry.', withoutLastCommas],
    'single-quotes': ['Reads JSON with single quotes.', withDoubleQuotes],
    comments: ['Reads JSON with comments.', (text) => text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, ''), 'deep'],
    'bare-names': ['Reads JSON whose member names have no quotes.', withQuotedNames],
    cut: ['Closes the brackets of a JSON text that was cut.', withClosedBrackets],
    'trailing-text': [
      'Stops reading behind the list and ignores what follows.',
      (text) => text.slice(0, text.lastIndexOf(']') + 1),
    ],
  }),
  'body/participants/any-spelling': refusesText({
    'refuses-white-space': [
      'Refuses white space between the tokens of the JSON text.',
      (text) => /\s/.test(withoutStrings(text)),
    ],
    'order-fixed': ['Expects the subject to be the first member of an entry.', (text) => !/\{\s*"subject"/.test(text)],
    'refuses-escapes': ['Refuses characters that are written as \\u escapes.', fits(/\\u/)],
  }),
});
