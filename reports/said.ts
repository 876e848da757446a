/** What a service wrote into an answer that is no success, or none that can be read, in one line: what it says helps more than its status. Pure. */

import type { EvidenceItem } from '../schemas/record/run-record.js';
import { parseJson } from '../schemas/validation/parse-json.js';
import { clipped } from '../text/clip.js';
import { readings } from '../verdicts/service/readings.js';

const limit = 200;
/** No message is longer, and a page of megabytes must not cost a report its time. */
const mostRead = 4_096;

/** Undefined for a success, and where nothing was said. Secrets are out of the evidence already. */
export function saidLine(item: EvidenceItem | undefined): string | undefined {
  const { answer } = item ?? {};
  const body = answer?.body.text;
  if (answer === undefined || body === undefined) return undefined;
  const text = body.slice(0, mostRead);
  const json = parseJson(body);
  // What a success in JSON lacks is told already; a page in its place says itself what it is.
  if (answer.status < 400 && json.ok) return undefined;
  const told = (json.ok ? toldIn(json.value) : undefined) ?? [...readings(text)].at(1) ?? text;
  const line = told.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : clipped(line, limit);
}

/** Code and message, by the names that services give them. */
function toldIn(json: unknown): string | undefined {
  const value: unknown = Array.isArray(json) ? json[0] : json;
  const member = (...names: readonly string[]): string | undefined => {
    const found = names.map((name): unknown => Reflect.get(Object(value), name)).find(isWord);
    return found === undefined ? undefined : String(found);
  };
  const code = member('code', 'errorCode');
  const message = member('message', 'error_description', 'detail', 'title', 'error');
  if (message === undefined) return undefined;
  return code === undefined ? message : `${code}: ${message}`;
}

const isWord = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';
