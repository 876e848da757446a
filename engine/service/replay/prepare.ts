/**
 * The requests of a replay case as they are sent: fresh RequestIds, the token in its place, the names of the target where
 * they differ, and new subjects where what was asked for before would decide. Pure but for the given randomness.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { conformingDraft } from '../../../generators/basis.js';
import type { Credentials } from '../../../generators/credentials.js';
import { type Operation, operationOf } from '../../../schemas/operations/operations.js';
import type { RequestForm } from '../../../schemas/operations/request-schema.js';
import type { ReplayBody, ReplayCase, ReplayRequest } from '../../../schemas/record/replay-case.js';
import { headerOfViolation } from '../../../verdicts/replay/remake.js';
import { tokenPlace } from '../../../verdicts/replay/replay-request.js';
import { encodeRequest } from '../../../wire/codecs/encode.js';
import { type Pair, readNeeded, readPair } from '../../../wire/codecs/pair-reader.js';
import type { WireRequest } from '../../../wire/request.js';
import { withFreshDigits } from '../token-death.js';

export interface PreparedRequest {
  readonly recorded: ReplayRequest;
  readonly wire: WireRequest;
  /** Conforming requests for other conversations, new ones, that are sent before it. */
  readonly others: readonly { readonly wire: WireRequest; readonly pair: Pair }[];
  /** Whom it asks for; absent when its body does not say. */
  readonly pair?: Pair;
}

export type Prepared =
  | { readonly ok: true; readonly requests: readonly PreparedRequest[] }
  /** Why it cannot be sent with these settings. */
  | { readonly ok: false; readonly reason: string };

/**
 * @param form of the conforming requests that are made anew.
 * @param conversations new ones in place of those that the requests name.
 */
export function prepare(
  replay: ReplayCase,
  credentials: Credentials,
  form: RequestForm,
  conversations: ReadonlyMap<string, string> = new Map(),
): Prepared {
  const operation = operationOf(form.operation);
  const headers = replay.requests.map((request) => remade(request, replay, credentials, form));
  const unmade = headers.find((header) => header?.ok === false);
  if (unmade?.ok === false) return unmade;
  const names = channelsOf(replay, credentials);
  const rename = renaming(new Map([...names, ...conversations]));
  const before = replay.requests.map((request) => readPair(asRecordedOf(request), operation));
  const named = replay.requests.map((request) => conversationIn(request, operation));
  const make = (refresh: (text: string) => string): readonly PreparedRequest[] =>
    replay.requests.map((recorded, index) => {
      const header = headers[index];
      const change = (text: string): string => refresh(rename(text));
      const body = bytesOf(recorded.body, change);
      const fields = fieldsOf(recorded).map(([name, value]): [string, string] => {
        if (header?.ok === true && name.toLowerCase() === header.name.toLowerCase()) return [name, header.value];
        const named = name.toLowerCase() === 'requestid' ? freshGuid(value) : nameIn(name, value, replay, credentials);
        return [name, named.replaceAll(tokenPlace, credentials.accessToken)];
      });
      const pair = readPair({ fields, body }, operation);
      const others = othersFor(recorded, pair?.channel ?? credentials.channels[0] ?? '', credentials, form);
      const wire = { method: recorded.method, path: operation.path, fields, body };
      return { recorded, wire, others, pair };
    });
  const asRecorded = (text: string): string => text;
  const requests = make(needsNewSubjects(replay) && holdAlike(before) ? freshSubjects() : asRecorded);
  // A spelling may hide the word from the replacement in one request and not in another: then nothing is replaced.
  const chosen = keepsRelations(before, requests) ? requests : make(asRecorded);
  for (const [index, { pair }] of chosen.entries()) {
    const recorded = before[index]?.channel;
    if (recorded !== undefined && pair?.channel !== (names.get(recorded) ?? recorded)) {
      return { ok: false, reason: `the channel ${JSON.stringify(recorded)} cannot be replaced by one of this target` };
    }
  }
  for (const [index, { wire }] of chosen.entries()) {
    // A spelling may hide it from the replacement.
    const recorded = named[index];
    const fresh = recorded === undefined ? undefined : conversations.get(recorded);
    if (fresh !== undefined && readNeeded(wire, operation).conversationIdentifier !== fresh) {
      return { ok: false, reason: `the conversation ${JSON.stringify(recorded)} cannot be replaced by a new one` };
    }
  }
  return { ok: true, requests: chosen };
}

/** The conversations that the requests of a case go on in: the target may know them no longer. What must be refused may name anything. */
export function conversationsOf({ requests, expects }: ReplayCase, { operation }: RequestForm): readonly string[] {
  const conforming = requests.filter(
    ({ role }) => role === 'control' || role === 'before' || (role === 'case' && expects === 'acceptance'),
  );
  const named = conforming.map((request) => conversationIn(request, operationOf(operation)) ?? '');
  return [...new Set(named)].filter((one) => one !== '');
}

function conversationIn(request: ReplayRequest, operation: Operation): string | undefined {
  return readNeeded(asRecordedOf(request), operation).conversationIdentifier;
}

/** For a conversation that nobody has asked for yet: its plain request. */
export function newConversation(credentials: Credentials, form: RequestForm): WireRequest {
  const subject = `byoc-${randomBytes(3).toString('hex')}-goes-on`;
  return plainRequest({ channel: credentials.channels[0] ?? '', subject }, credentials, form);
}

function plainRequest(pair: Pair, credentials: Credentials, form: RequestForm): WireRequest {
  const boundary = `----byocreplay${randomBytes(3).toString('hex')}`;
  return encodeRequest(conformingDraft({ ...form, ...pair, credentials, requestId: randomUUID(), boundary }));
}

/**
 * Where an earlier answer for the pair would decide. What must be refused makes no conversation, and keeps its pair; two
 * pairs that came back as one keep theirs, for it may be these very texts that a hash or a fold makes one.
 */
function needsNewSubjects({ expects }: ReplayCase): boolean {
  return expects === 'same identifier' || expects === 'acceptance';
}

type Remade = { readonly ok: true; readonly name: string; readonly value: string } | { ok: false; reason: string };

/** A forged token always, the other headers only when the names differ: their values follow from the names. */
function remade(
  { remake }: ReplayRequest,
  { target }: ReplayCase,
  credentials: Credentials,
  form: RequestForm,
): Remade | undefined {
  if (remake === undefined) return undefined;
  const same = target.orgId === credentials.orgId && target.authorizationContext === credentials.authorizationContext;
  if (remake.header !== 'Authorization' && same) return undefined;
  const basis = {
    ...form,
    credentials,
    channel: credentials.channels[0] ?? '',
    subject: 'byoc-replay',
    requestId: randomUUID(),
    boundary: '----byocreplay',
    conversationIdentifier: 'byoc-replay',
  };
  const value = headerOfViolation(basis, remake.header, remake);
  if (value !== undefined) return { ok: true, name: remake.header, value };
  const isExpiry = remake.clause === 'headers/authorization/expiry';
  const needs = isExpiry ? ' without SF_EXPIRED_ACCESS_TOKEN' : ' of this token';
  return { ok: false, reason: `the header ${remake.header} (${remake.slug}) cannot be made anew${needs}` };
}

function othersFor(
  { others = 0 }: ReplayRequest,
  channel: string,
  credentials: Credentials,
  form: RequestForm,
): PreparedRequest['others'] {
  const word = randomBytes(3).toString('hex');
  return Array.from({ length: others }, (_, index) => {
    const pair = { channel, subject: `byoc-${word}-other-${index + 1}` };
    return { wire: plainRequest(pair, credentials, form), pair };
  });
}

/** Channels are texts of the body; each becomes the one at the same place, or the first. */
function channelsOf({ target }: ReplayCase, { channels }: Credentials): ReadonlyMap<string, string> {
  const rows = target.channels.map((channel, index) => [channel, channels[index] ?? channels[0] ?? channel] as const);
  return new Map(rows.filter(([from, to]) => from !== to && !channels.includes(from)));
}

/** One pass, the longest first: one channel may be the beginning of another. */
function renaming(names: ReadonlyMap<string, string>): (text: string) => string {
  if (names.size === 0) return (text) => text;
  const escaped = [...names.keys()].sort((one, other) => other.length - one.length).map(escapeRegExp);
  const any = new RegExp(escaped.join('|'), 'g');
  return (text) => text.replace(any, (found) => names.get(found) ?? found);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Blanks around a value are legal, and stay. */
function nameIn(name: string, value: string, { target }: ReplayCase, credentials: Credentials): string {
  const names: Readonly<Record<string, readonly [recorded: string, here: string]>> = {
    orgid: [target.orgId, credentials.orgId],
    authorizationcontext: [target.authorizationContext, credentials.authorizationContext],
  };
  const [recorded, here] = names[name.toLowerCase()] ?? [];
  return recorded !== undefined && here !== undefined && value.trim() === recorded
    ? value.replace(recorded, () => here)
    : value;
}

/** The word of the run in its subjects, which follows from its seed; near neighbours may write it in another case. */
const runWord = /byoc-([0-9a-f]{6})(?![0-9a-f])/gi;

/**
 * Gives the word another of the same length with letters and digits in the same places, each letter in its case: what is
 * written in another case, or read as a number, is so still.
 */
function freshSubjects(): (text: string) => string {
  const words = new Map<string, string>();
  return (text) =>
    text.replace(runWord, (found, word: string) => {
      const known = word.toLowerCase();
      const fresh = words.get(known) ?? [...known].map(freshCharacter).join('');
      words.set(known, fresh);
      const cased = [...word].map((character, index) => {
        const other = fresh[index] ?? '';
        return character === character.toLowerCase() ? other : other.toUpperCase();
      });
      return found.slice(0, -word.length) + cased.join('');
    });
}

function freshCharacter(character: string): string {
  return /[0-9]/.test(character) ? String(randomInt(10)) : ('abcdef'[randomInt(6)] ?? 'a');
}

/** A word that is replaced in one of two near neighbours only would put them far apart: a wrong FIXED. */
function holdAlike(pairs: readonly (Pair | undefined)[]): boolean {
  const counts = pairs.flatMap((pair) => (pair === undefined ? [] : [[...pair.subject.matchAll(runWord)].length]));
  return new Set(counts).size <= 1;
}

/** Whether pairs that were equal still are, and those that differed still differ. */
function keepsRelations(before: readonly (Pair | undefined)[], after: readonly PreparedRequest[]): boolean {
  const key = (pair: Pair | undefined): string => JSON.stringify([pair?.channel, pair?.subject]);
  return before.every((one, index) =>
    before.every((other, place) => (key(one) === key(other)) === (key(after[index]?.pair) === key(after[place]?.pair))),
  );
}

/** The GUIDs of zeros and of ones, and what is no GUID, stay as they are. */
function freshGuid(value: string): string {
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value.trim());
  const isSpecial = new Set(value.replaceAll('-', '').trim()).size === 1;
  return isGuid && !isSpecial ? withFreshDigits(value, randomUUID()) : value;
}

function bytesOf({ text, base64 }: ReplayBody, change: (text: string) => string): Uint8Array {
  return text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(change(text), 'utf8');
}

const asRecordedOf = (request: ReplayRequest) => ({
  fields: fieldsOf(request),
  body: bytesOf(request.body, (text) => text),
});

const fieldsOf = ({ fields }: ReplayRequest): readonly (readonly [string, string])[] =>
  fields.map(([name = '', value = '']) => [name, value]);
