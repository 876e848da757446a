/** Faults of Body › participants: the JSON text. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { AcceptedReading } from '../reading.js';
import { readJson } from '../values.js';
import { defaultEntry } from './default-form.js';
import { refusesWhen } from './refusing.js';

/** Reads a broken text as the one that the repair makes of it. */
const mends = (repair: (text: string) => string) => (): Behaviour => ({ readsJson: (text) => readJson(repair(text)) });

/** The JSON text of the request as it came. */
function textOf({ parts }: AcceptedReading): string {
  return parts.find(({ name }) => name === 'participants' || name === 'json')?.body.toString('utf8') ?? '';
}

/** The text without its strings, in which everything else is punctuation, numbers, words or white space. */
function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** Closes what is still open at the end of a text that was cut. */
function closeBrackets(text: string): string {
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

export const participantsJsonFaults = [
  {
    id: 'participants-json/any-text',
    clause: 'body/participants/json',
    summary: 'Establishes an anonymous conversation when the JSON cannot be read.',
    minLevel: 'smoke',
    behaviour: (): Behaviour => ({ readsJson: () => ({ value: [defaultEntry] }) }),
  },
  {
    id: 'participants-json/empty-text',
    clause: 'body/participants/json',
    summary: 'Establishes an anonymous conversation when the participants are an empty text.',
    minLevel: 'standard',
    behaviour: (): Behaviour => ({
      readsJson: (text) => (text.trim() === '' ? { value: [defaultEntry] } : undefined),
    }),
  },
  {
    id: 'participants-json/trailing-comma',
    clause: 'body/participants/json',
    summary: 'Reads JSON with a comma behind the last member or entry.',
    minLevel: 'standard',
    behaviour: mends((text) => text.replace(/,(?=\s*[}\]])/g, '')),
  },
  {
    id: 'participants-json/single-quotes',
    clause: 'body/participants/json',
    summary: 'Reads JSON with single quotes.',
    minLevel: 'standard',
    behaviour: mends((text) => text.replace(/'/g, '"')),
  },
  {
    id: 'participants-json/comments',
    clause: 'body/participants/json',
    summary: 'Reads JSON with comments.',
    minLevel: 'deep',
    behaviour: mends((text) => text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '')),
  },
  {
    id: 'participants-json/bare-names',
    clause: 'body/participants/json',
    summary: 'Reads JSON whose member names have no quotes.',
    minLevel: 'standard',
    behaviour: mends((text) => text.replace(/([{,]\s*)([A-Za-z]+)(?=\s*:)/g, '$1"$2"')),
  },
  {
    id: 'participants-json/cut',
    clause: 'body/participants/json',
    summary: 'Closes the brackets of a JSON text that was cut.',
    minLevel: 'standard',
    behaviour: mends(closeBrackets),
  },
  {
    id: 'participants-json/trailing-text',
    clause: 'body/participants/json',
    summary: 'Stops reading behind the list and ignores what follows.',
    minLevel: 'standard',
    behaviour: mends((text) => text.slice(0, text.lastIndexOf(']') + 1)),
  },
  {
    id: 'participants-json/refuses-white-space',
    clause: 'body/participants/any-spelling',
    summary: 'Refuses white space between the tokens of the JSON text.',
    minLevel: 'standard',
    behaviour: refusesWhen((reading) => /\s/.test(withoutStrings(textOf(reading)))),
  },
  {
    id: 'participants-json/order-fixed',
    clause: 'body/participants/any-spelling',
    summary: 'Expects the subject to be the first member of an entry.',
    minLevel: 'standard',
    behaviour: refusesWhen((reading) => !/\{\s*"subject"/.test(textOf(reading))),
  },
  {
    id: 'participants-json/refuses-escapes',
    clause: 'body/participants/any-spelling',
    summary: 'Refuses characters that are written as \\u escapes.',
    minLevel: 'standard',
    behaviour: refusesWhen((reading) => /\\u/.test(textOf(reading))),
  },
] as const satisfies readonly Fault[];
