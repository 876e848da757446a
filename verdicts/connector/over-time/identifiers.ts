/**
 * Judges the use of conversation identifiers: calls that go on in a conversation, those to operations beside the contract
 * among them, name it by one that was given back.
 */
import type { Operation } from '../../../schemas/operations/operations.js';
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import { type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type RequestReading, readingOf } from '../../../wire/request-reading.js';
import { broken, type ConnectorContract, type Examination, observed } from '../contract.js';
import { readTarget } from '../target.js';
import { noValue, shown, type Words } from '../words.js';
import type { Call } from './call.js';
import { fingerprint } from './memory.js';

const clause = 'behaviour/conversation-identifier/used';
const member = 'conversationIdentifier';
/** Members of a hostile body that are looked at. */
const mostMembers = 10_000;
const mostBytes = 1_000_000;

export class Identifiers {
  readonly #issued = new Set<string>();

  /** Takes an answer of an operation of the contract: the identifiers that were given back. */
  takeAnswer(request: ReceivedRequest, operation: Operation): void {
    const identifier = identifierGiven(request, operation);
    if (identifier !== undefined) this.#issued.add(fingerprint(identifier));
  }

  /** Takes a call that goes on in a conversation. */
  take(call: Call, { everyIdentifierSeen = true }: ConnectorContract): Examination {
    const named = [...namedInPath(call.request), ...namedInBody(call)];
    const wrong = named.find((identifier) => !this.#issued.has(fingerprint(identifier)));
    if (wrong === undefined) return { findings: [], exercised: named.length > 0 ? [clause] : [] };
    // Nothing was given back in this run, or not all in our sight: it may come from an earlier day.
    const mayBeOlder = (this.#issued.size === 0 || !everyIdentifierSeen) && noValue(wrong) === undefined;
    return mayBeOlder
      ? { findings: [observed(clause, words(wrong))], exercised: [] }
      : { findings: [broken(clause, words(wrong))], exercised: [clause] };
  }
}

/** The identifier that an answer gave, where it went out whole. */
export function identifierGiven({ answer }: ReceivedRequest, { yields }: Operation): string | undefined {
  if (answer === undefined || !(member in yields) || sentOf(answer) !== 'all') return undefined;
  if (answer.status < 200 || answer.status >= 300) return undefined;
  const parsed = parseJson(Buffer.from(answer.body).toString());
  const identifier = parsed.ok && isJsonObject(parsed.value) ? parsed.value[member] : undefined;
  return typeof identifier === 'string' && identifier !== '' ? identifier : undefined;
}

/** Whether an operation takes the identifier of a conversation. */
export function goesOnInConversation({ needs }: Operation): boolean {
  return member in needs;
}

function words(identifier: string): Words {
  const nothing = noValue(identifier);
  return {
    message: `The conversation is expected to be named by an identifier that was given back, and ${shown(identifier)} came${nothing === undefined ? ', which was never given back' : `, ${nothing}`}.`,
    advice:
      nothing === undefined
        ? 'Use the conversationIdentifier of the answer to v1/conversation for this channel and subject, byte for byte: do not build, shorten or change it.'
        : 'Read conversationIdentifier out of the answer to v1/conversation, and wait for that answer, before other calls are made.',
  };
}

/** `/v1/conversation/{identifier}/...` and `/v1/conversations/{identifier}/...`, where the segment looks like one. */
function namedInPath({ target }: ReceivedRequest): readonly string[] {
  const segment = /\/conversations?\/([^/]+)/i.exec(readTarget(target).path)?.[1];
  if (segment === undefined) return [];
  const looksLikeOne = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(segment) || noValue(segment) !== undefined;
  return looksLikeOne ? [segment] : [];
}

/**
 * Values of the member in JSON, at any depth, and of a part of that name. A part with a file name is somebody's file, but
 * for the one named json: FormData of Node and browsers gives every Blob a file name.
 */
function namedInBody({ request }: Call): readonly string[] {
  if (request.body.length === 0 || request.body.length > mostBytes) return [];
  const reading = readingOf(request);
  const { mediaType = '', boundary } = reading.contentTypes[0] ?? {};
  if (boundary === undefined) {
    return mediaType.startsWith('multipart/') ? [] : namedInJson(reading.text ?? reading.bytes.toString(), reading);
  }
  const form = reading.form(boundary);
  if (!form.ok) return [];
  return form.parts.flatMap(({ name, filename, body }) =>
    name === member
      ? [body.toString()]
      : (filename === undefined || name === 'json') && body.length < mostBytes
        ? namedInJson(body.toString(), reading)
        : [],
  );
}

function namedInJson(text: string, reading: RequestReading): readonly string[] {
  if (!text.includes(member)) return [];
  const parsed = reading.parse(text);
  if (!parsed.ok) return [];
  const found: string[] = [];
  const open: unknown[] = [parsed.value];
  for (let seen = 0; open.length > 0 && seen < mostMembers; seen += 1) {
    const value = open.pop();
    if (Array.isArray(value)) for (const one of value.slice(0, mostMembers)) open.push(one);
    else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value).slice(0, mostMembers)) {
        if (name === member && typeof inner === 'string' && inner !== '') found.push(inner);
        else if (typeof inner === 'object') open.push(inner);
      }
    }
  }
  return found;
}
