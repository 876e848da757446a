/** What is told of the values of the body and not judged; and the one channel that surely is none. */
import { clauseOfKeyword } from '../../../schemas/clauses/clause-of-keyword.js';
import { isSchemaNode, type SchemaNode } from '../../../schemas/keywords.js';
import { memberAt, toldPath } from '../../../schemas/operations/member.js';
import type { ValuePath } from '../../../schemas/operations/operations.js';
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import type { BodyReading } from '../../../wire/codecs/codec.js';
import type { RequestReading } from '../../../wire/request-reading.js';
import { broken, type ConnectorContract, type ConnectorFinding, observed } from '../contract.js';
import type { Duties } from '../duties.js';
import { noValue, shown, type Words } from '../words.js';
import { duplicateMember } from './duplicate-members.js';
import { placeOfJson } from './places.js';

/** Entries of a list that are looked at. */
const mostEntries = 50;

export function observeValues(
  body: BodyReading,
  request: RequestReading,
  duties: Duties,
  contract: ConnectorContract,
): readonly ConnectorFinding[] {
  return [
    ...channelFindings(body, duties, contract),
    ...memberFindings(body, request, duties),
    ...subjectFindings(body, duties),
  ];
}

function channelFindings(
  { values }: BodyReading,
  duties: Duties,
  { channels }: ConnectorContract,
): readonly ConnectorFinding[] {
  const path = duties.operation.key?.channel;
  if (path === undefined) return [];
  const [channel] = valuesAt(values, path);
  if (typeof channel !== 'string' || channel === '' || channels.length === 0 || channels.includes(channel)) return [];
  const member = memberAt(duties.values, path);
  const nothing = noValue(channel);
  if (nothing !== undefined && member?.required !== undefined) {
    const words = {
      message: `${toldPath(path)} is expected to name a channel, and ${shown(channel)} came, ${nothing}.`,
      advice:
        'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel, and stop with an error of your own when there is none.',
    };
    return [broken(member.required, words)];
  }
  const clause = member === undefined ? undefined : clauseOfKeyword(member.node, 'type');
  if (clause === undefined) return [];
  const bare = channel.replace(/^[\s"']+|[\s"']+$/g, '');
  if (bare === '' || channels.includes(bare)) {
    const came = bare === '' ? 'is blank' : `is ${shown(bare)} with blanks or quotes around it`;
    const message = `${toldPath(path)} is expected to name a channel, and ${shown(channel)} came, which ${came}.`;
    const advice =
      'Use CHANNEL_ADDRESS_IDENTIFIER letter by letter. Quotes and blanks in a .env file or a shell belong to its syntax, not to the value.';
    return [broken(clause, { message, advice })];
  }
  const near = channels.find((one) => one.trim().toLowerCase() === bare.toLowerCase());
  const words: Words = {
    message: `The org does not know the channel ${shown(channel)}${near === undefined ? '' : `: it differs from ${shown(near)} by letter case`}.`,
    advice: 'Use CHANNEL_ADDRESS_IDENTIFIER letter by letter. An unknown channel is not judged.',
  };
  return [observed(clause, words)];
}

function memberFindings(body: BodyReading, request: RequestReading, duties: Duties): readonly ConnectorFinding[] {
  const { json, values, codec } = body;
  const clause = duties.readable;
  const findings: ConnectorFinding[] = [];
  const twice = json !== undefined && request.parse(json.text).ok ? duplicateMember(json.text) : undefined;
  if (twice !== undefined) {
    const message = `${placeOfJson(body)} has an object with the member ${shown(twice)} twice; the last one was judged.`;
    const advice = 'Write each member once: JSON readers differ in which one counts.';
    findings.push(observed(clause, { message, advice }));
  }
  // Parts that the contract does not know are told with the form.
  const known = codec === 'form-parts' ? new Set(duties.members) : undefined;
  const looked =
    known === undefined ? values : Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => known.has(name)));
  const unknown = new Set(unknownMembers(looked, duties.values));
  if (unknown.size > 0) {
    const names = [...unknown].slice(0, 5).map(shown).join(', ');
    const message = `There are members that the contract does not know: ${names}.`;
    findings.push(observed(clause, { message, advice: 'A service may pass over them or not: leave them out.' }));
  }
  return findings;
}

/** Names at any depth that a schema which names its members does not name. */
function unknownMembers(value: unknown, node: SchemaNode): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = node;
    const entries: readonly unknown[] = value.slice(0, mostEntries);
    return isSchemaNode(items) ? entries.flatMap((entry) => unknownMembers(entry, items)) : [];
  }
  const { properties } = node;
  if (!isJsonObject(value) || !isSchemaNode(properties)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isSchemaNode(member) ? unknownMembers(inner, member) : [name];
  });
}

/** A person may be called Null; a program that lost a value says so far more often. */
function subjectFindings({ values }: BodyReading, duties: Duties): readonly ConnectorFinding[] {
  const path = duties.operation.key?.subject;
  const member = path === undefined ? undefined : memberAt(duties.values, path);
  const clause = member === undefined ? undefined : clauseOfKeyword(member.node, 'type');
  if (path === undefined || clause === undefined) return [];
  const subjects = valuesAt(values, path).filter((subject) => typeof subject === 'string');
  const lost = subjects.flatMap((subject) => {
    const nothing = subject !== '' && subject.trim() === '' ? 'nothing but blanks' : noValue(subject);
    return nothing === undefined ? [] : [`The subject is ${shown(subject)}, ${nothing}.`];
  });
  const advice =
    'If no end user has this name, a value was lost on the way: all such users would share one conversation.';
  const users = new Set(subjects).size;
  const together = {
    message: `One request names ${users} end users, and one conversation is given for all of them.`,
    advice: 'Establish a conversation for each end user by a request of its own.',
  };
  return [
    ...lost.slice(0, 1).map((message) => observed(clause, { message, advice })),
    ...(users > 1 ? [observed(clause, together)] : []),
  ];
}

/** The values at a path, of every entry where it goes into a list. */
function valuesAt(value: unknown, path: ValuePath): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof step === 'number') {
    const entries: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostEntries) : [];
    return entries.flatMap((entry) => valuesAt(entry, rest));
  }
  return isJsonObject(value) && Object.hasOwn(value, step) ? valuesAt(value[step], rest) : [];
}
