/** Reads out of a request for which pair it is, and what it goes on in, in whichever layout: by the paths that its operation names. */
import type { Operation, ValuePath } from '../../schemas/operations/operations.js';
import { textOf } from '../multipart/part-content.js';
import { type ReadableRequest, type RequestReading, readingOf } from '../request-reading.js';
import { isWholeForm } from './codecs.js';

/** Channel address identifier and subject. */
export interface Pair {
  readonly channel: string;
  readonly subject: string;
}

/** Undefined when the body does not say, as that of a broken request, and for an operation that asks for no pair. */
export function readPair(request: ReadableRequest, { key }: Pick<Operation, 'key'>): Pair | undefined {
  const { channel, subject } = key === undefined ? {} : textsAt(request, key);
  return channel === undefined || subject === undefined ? undefined : { channel, subject };
}

/** The same as far as anybody can: of a request that may be broken on purpose each value that still stands somewhere. */
export function readSentPair(request: ReadableRequest, { key }: Pick<Operation, 'key'>): Partial<Pair> {
  if (key === undefined) return {};
  return textsAt(request, key, (whole, path, reading) => {
    // An entry without the list around it.
    const names = path.filter((step) => typeof step === 'string');
    return valueAt(whole, path, reading) ?? valueAt(whole, names, reading) ?? looseValue(path, reading);
  });
}

/** What a request takes from another operation, by the names of its `needs`: each that its body says as a text. */
export function readNeeded(request: ReadableRequest, { needs }: Pick<Operation, 'needs'>): Texts {
  return textsAt(request, needs);
}

type Texts = Readonly<Record<string, string>>;

/** What stands at named places of a body; what is no text is left out. */
function textsAt(request: ReadableRequest, paths: Readonly<Record<string, ValuePath>>, find = valueAt): Texts {
  const reading = readingOf(request);
  const whole = wholeOf(reading, Object.values(paths));
  const found = Object.entries(paths).map(([name, path]): [string, unknown] => [name, find(whole, path, reading)]);
  return Object.fromEntries(found.filter((one): one is [string, string] => typeof one[1] === 'string'));
}

/** The values as one object or text: of a form its parts, or what its part `json` holds; else what the body holds. */
function wholeOf(reading: RequestReading, paths: readonly ValuePath[]): unknown {
  const boundary = boundaryOf(reading);
  const form = boundary === undefined ? undefined : reading.form(boundary);
  if (form?.ok !== true) return plainText(reading);
  const { parts } = form;
  const text = (wanted: string): string | undefined => {
    const part = parts.find(({ name }) => name === wanted);
    return part === undefined ? undefined : (textOf(part, parts) ?? part.body.toString('utf8'));
  };
  const names = paths.flatMap(([name]) => (typeof name === 'string' ? [name] : []));
  return isWholeForm(parts, names) ? text('json') : Object.fromEntries(names.map((name) => [name, text(name)]));
}

/** Also that of a media type that is none, or has parameters that cannot be read. */
function boundaryOf({ contentTypes, values }: RequestReading): string | undefined {
  const written = values.get('content-type')?.[0] ?? '';
  return contentTypes[0]?.boundary ?? /\bboundary="?([^";\r\n]+)/i.exec(written)?.[1]?.trim();
}

/** Goes on inside a text that holds JSON. */
function valueAt(value: unknown, path: ValuePath, reading: RequestReading): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current === 'string') current = parsed(current, reading);
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** In broken JSON a member often still stands. */
function looseValue(path: ValuePath, reading: RequestReading): unknown {
  if (path.length < 2) return undefined;
  // Names of members are words of the contract, so nothing in them means anything to a pattern.
  const member = new RegExp(`"${String(path.at(-1))}"\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,8192}")`);
  return parsed(member.exec(plainText(reading))?.[1] ?? '', reading);
}

function plainText({ text, bytes }: RequestReading): string {
  return text ?? bytes.toString('utf8');
}

function parsed(text: string, reading: RequestReading): unknown {
  const json = reading.parse(text.replace(/^\uFEFF/, ''));
  return json.ok ? json.value : undefined;
}
