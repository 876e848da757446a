/**
 * Judges the use of conversation identifiers: calls that go on in a conversation, those to operations beside the contract
 * among them, name it by one that was given back, and a call from an end user by one that was given for this end user.
 */
import type { Operation } from '../../../schemas/operations/operations.js';
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import { type GivenAnswer, type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type RequestReading, readingOf } from '../../../wire/request-reading.js';
import { broken, type ConnectorContract, type Examination, joined, observed } from '../contract.js';
import { readTarget } from '../target.js';
import { noValue, shown, type Words } from '../words.js';
import type { Call } from './call.js';
import { BoundedMap, fingerprint } from './memory.js';

const clause = 'behaviour/conversation-identifier/used';
const ownClause = 'behaviour/conversation-identifier/own';
const member = 'conversationIdentifier';
/** Members of a hostile body that are looked at. */
const mostMembers = 10_000;
const mostBytes = 1_000_000;

/** What a call names. */
interface Named {
  readonly identifier: string;
  /** The end user whose words it brings, where it says so. */
  readonly from?: string;
}

/** Conversations whose end user is remembered. */
const mostOwners = 10_000;
const severalOwners = '';

export class Identifiers {
  readonly #issued = new Set<string>();
  /** Of an identifier: the fingerprint of the subject that it was given for. */
  readonly #owners = new BoundedMap<string>(mostOwners);
  readonly #subjects = new BoundedMap<true>(mostOwners);
  /** Of an identifier that was given for one end user: the fingerprint of whom it was used for first. */
  readonly #users = new BoundedMap<string>(mostOwners);

  /** Takes an answer of an operation of the contract: the identifiers that were given back. */
  takeAnswer(request: ReceivedRequest, operation: Operation): void {
    const identifier = identifierGiven(request, operation);
    if (identifier === undefined) return;
    const print = fingerprint(identifier);
    this.#issued.add(print);
    const pair = readPair(request, operation);
    if (pair === undefined) return;
    const subject = fingerprint(pair.subject);
    const before = this.#owners.get(print);
    const isShared = hasFurtherSubject(request, operation) || (before !== undefined && before !== subject);
    this.#owners.set(print, isShared ? severalOwners : subject);
    this.#subjects.set(subject, true);
  }

  /** Takes a call that goes on in a conversation. */
  take(call: Call, { everyIdentifierSeen = true }: ConnectorContract): Examination {
    const named = [...namedInPath(call.request), ...namedInBody(call)];
    const wrong = named.find(({ identifier }) => !this.#issued.has(fingerprint(identifier)))?.identifier;
    if (wrong === undefined)
      return joined({ findings: [], exercised: named.length > 0 ? [clause] : [] }, this.#own(named));
    // It may come from an earlier day, where not all were given back in our sight.
    const mayBeOlder = !everyIdentifierSeen && noValue(wrong) === undefined;
    const before = this.#issued.size === 0;
    return mayBeOlder
      ? { findings: [observed(clause, words(wrong, before))], exercised: [] }
      : { findings: [broken(clause, words(wrong, before))], exercised: [clause] };
  }

  /** Whether each is that of the end user. What `from` says is known to be a subject only where one was established by it. */
  #own(named: readonly Named[]): Examination {
    const judged = named.flatMap(({ identifier, from }) => {
      const [owner, sender] = [this.#owners.get(fingerprint(identifier)), from === undefined ? '' : fingerprint(from)];
      if (from === undefined || owner === undefined || owner === severalOwners) return [];
      return this.#subjects.get(sender) === undefined ? [] : [{ from, isOwn: owner === sender }];
    });
    const crossed = judged.find(({ isOwn }) => !isOwn);
    const exercised = judged.length > 0 ? ([ownClause] as const) : [];
    if (crossed !== undefined) return { findings: [broken(ownClause, crossedWords(crossed.from))], exercised };
    const joining = named.find((one) => this.#joins(one));
    return { findings: joining?.from === undefined ? [] : [observed(ownClause, joinedWords(joining.from))], exercised };
  }

  /** Whether a conversation of one end user was used for somebody else before. Both names may be those of one person. */
  #joins({ identifier, from }: Named): boolean {
    const print = fingerprint(identifier);
    const owner = this.#owners.get(print);
    if (from === undefined || owner === undefined || owner === severalOwners) return false;
    const user = fingerprint(from);
    const first = this.#users.get(print) ?? user;
    this.#users.set(print, first);
    return first !== user;
  }
}

interface Answered {
  readonly answer?: Pick<GivenAnswer, 'status' | 'body' | 'undelivered' | 'staged'>;
}

/** The identifier that an answer gave, where it went out whole. */
export function identifierGiven({ answer }: Answered, { yields }: Operation): string | undefined {
  if (answer === undefined || !(member in yields) || sentOf(answer) !== 'all') return undefined;
  if (answer.status < 200 || answer.status >= 300) return undefined;
  const parsed = parseJson(Buffer.from(answer.body).toString());
  const identifier = parsed.ok && isJsonObject(parsed.value) ? parsed.value[member] : undefined;
  return typeof identifier === 'string' && identifier !== '' ? identifier : undefined;
}

/** A conversation of several end users belongs to each of them. */
function hasFurtherSubject(request: ReceivedRequest, { key }: Operation): boolean {
  if (key === undefined) return false;
  const further = key.subject.map((step) => (typeof step === 'number' ? step + 1 : step));
  return readPair(request, { key: { ...key, subject: further } }) !== undefined;
}

/** Whether an operation takes the identifier of a conversation. */
export function goesOnInConversation({ needs }: Operation): boolean {
  return member in needs;
}

/** @param before no identifier was given back yet. */
function words(identifier: string, before: boolean): Words {
  const nothing = noValue(identifier);
  const wrong = nothing ?? (before ? 'before any was given back' : 'which was never given back');
  return {
    message: `The conversation is expected to be named by an identifier that was given back, and ${shown(identifier)} came, ${wrong}.`,
    advice:
      nothing === undefined && before
        ? 'Establish the conversation first and wait for the answer. An identifier of another org, or of an earlier day, is none of this org.'
        : nothing === undefined
          ? 'Use the conversationIdentifier of the answer to v1/conversation for this channel and subject, byte for byte: do not build, shorten or change it.'
          : 'Read conversationIdentifier out of the answer to v1/conversation, and wait for that answer, before other calls are made.',
  };
}

function crossedWords(from: string): Words {
  return {
    message: `A call from ${shown(from)} is expected to name the conversation of this end user, and it named the one that was given back for another.`,
    advice:
      'Keep each identifier with the channel and subject that it was asked for: in no variable that calls share, and not by the order in which answers come. Two people read each other otherwise.',
  };
}

function joinedWords(from: string): Words {
  return {
    message: `A call from ${shown(from)} names a conversation that was given back for one end user, and that a call from somebody else named before.`,
    advice:
      'Where these are two people, they read each other: establish a conversation for each, and remember it by channel and subject, not by the channel alone.',
  };
}

/** `/v1/conversation/{identifier}/...` and `/v1/conversations/{identifier}/...`, where the segment looks like one. */
function namedInPath({ target }: ReceivedRequest): readonly Named[] {
  const segment = /\/conversations?\/([^/]+)/i.exec(readTarget(target).path)?.[1];
  if (segment === undefined) return [];
  const looksLikeOne = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(segment) || noValue(segment) !== undefined;
  return looksLikeOne ? [{ identifier: segment }] : [];
}

/**
 * Values of the member in JSON, at any depth, and of a part of that name. A part with a file name is somebody's file, but
 * for the one named json: FormData of Node and browsers gives every Blob a file name.
 */
function namedInBody({ request }: Call): readonly Named[] {
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
      ? [{ identifier: body.toString() }]
      : (filename === undefined || name === 'json') && body.length < mostBytes
        ? namedInJson(body.toString(), reading)
        : [],
  );
}

function namedInJson(text: string, reading: RequestReading): readonly Named[] {
  if (!text.includes(member)) return [];
  const parsed = reading.parse(text);
  if (!parsed.ok) return [];
  const found: Named[] = [];
  const open: unknown[] = [parsed.value];
  for (let seen = 0; open.length > 0 && seen < mostMembers; seen += 1) {
    const value = open.pop();
    if (Array.isArray(value)) for (const one of value.slice(0, mostMembers)) open.push(one);
    else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value).slice(0, mostMembers)) {
        if (name === member && typeof inner === 'string' && inner !== '') {
          const from = senderIn(value);
          found.push({ identifier: inner, ...(from === undefined ? {} : { from }) });
        } else if (typeof inner === 'object') open.push(inner);
      }
    }
  }
  return found;
}

/** The end user whose words a call brings: `from` is the subject, or an object that says so. */
function senderIn({ from }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof from === 'string') return from;
  if (!isJsonObject(from) || (from.role !== undefined && from.role !== 'EndUser')) return undefined;
  const subject = from.id ?? from.subject;
  return typeof subject === 'string' ? subject : undefined;
}
