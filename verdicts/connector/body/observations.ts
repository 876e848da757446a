/** What is told of the values of the body and not judged; and the one channel that surely is none. */
import { type ClauseId, holdsIn } from '../../../schemas/clauses/clauses.js';
import { parseJson } from '../../../schemas/validation/ajv.js';
import { broken, type ConnectorContract, type ConnectorFinding, observed, type Words } from '../contract.js';
import { noValue } from '../no-value.js';
import { shown } from '../shown.js';
import { duplicateMember } from './duplicate-members.js';
import { type BodyReading, isObject, placeOfJson } from './reading.js';

const wholeMembers = new Set(['channelAddressIdentifier', 'participants', 'routingAttributes']);
const entryMembers = new Set(['subject', 'role', 'appType']);

export function observeValues(reading: BodyReading, contract: ConnectorContract): readonly ConnectorFinding[] {
  return [...channelFindings(reading, contract), ...memberFindings(reading, contract), ...subjectFindings(reading)];
}

function channelFindings({ whole }: BodyReading, { channels }: ConnectorContract): readonly ConnectorFinding[] {
  const channel = whole?.channelAddressIdentifier;
  if (typeof channel !== 'string' || channel === '' || channels.length === 0 || channels.includes(channel)) return [];
  const nothing = noValue(channel);
  if (nothing !== undefined) {
    const words = {
      message: `channelAddressIdentifier is expected to name a channel, and ${shown(channel)} came, ${nothing}.`,
      advice:
        'Set it to the CHANNEL_ADDRESS_IDENTIFIER of the channel, and stop with an error of your own when there is none.',
    };
    return [broken('body/channel-address-identifier/required', words)];
  }
  const bare = channel.replace(/^[\s"']+|[\s"']+$/g, '').toLowerCase();
  const near = channels.find((one) => one.trim().toLowerCase() === bare);
  const words: Words = {
    message: `The org does not know the channel ${shown(channel)}${near === undefined ? '' : `: it differs from ${shown(near)} by letter case, blanks or quotes`}.`,
    advice: 'Use CHANNEL_ADDRESS_IDENTIFIER letter by letter. An unknown channel is not judged.',
  };
  return [observed('body/channel-address-identifier/string', words)];
}

function memberFindings(reading: BodyReading, { edition }: ConnectorContract): readonly ConnectorFinding[] {
  const { json, whole, layout } = reading;
  const clause: ClauseId = holdsIn('body/participants/json', edition)
    ? 'body/participants/json'
    : 'body/json/well-formed';
  const findings: ConnectorFinding[] = [];
  const twice = json !== undefined && parseJson(json).ok ? duplicateMember(json) : undefined;
  if (twice !== undefined) {
    findings.push(
      observed(clause, {
        message: `${placeOfJson(reading)} has an object with the member ${shown(twice)} twice; the last one was judged.`,
        advice: 'Write each member once: JSON readers differ in which one counts.',
      }),
    );
  }
  const list = Array.isArray(whole?.participants) ? whole.participants : [];
  const unknown = new Set([
    ...(layout === 'parts' ? [] : Object.keys(whole ?? {}).filter((name) => !wholeMembers.has(name))),
    ...list
      .slice(0, 50)
      .filter(isObject)
      .flatMap((entry) => Object.keys(entry).filter((name) => !entryMembers.has(name))),
  ]);
  if (unknown.size > 0) {
    const names = [...unknown].slice(0, 5).map(shown).join(', ');
    findings.push(
      observed(clause, {
        message: `There are members that the contract does not know: ${names}.`,
        advice: 'A service may pass over them or not: leave them out.',
      }),
    );
  }
  return findings;
}

/** A person may be called Null; a program that lost a value says so far more often. */
function subjectFindings({ whole }: BodyReading): readonly ConnectorFinding[] {
  const list = Array.isArray(whole?.participants) ? whole.participants : [];
  for (const entry of list.slice(0, 50)) {
    const subject = isObject(entry) ? entry.subject : undefined;
    const nothing = typeof subject === 'string' ? noValue(subject) : undefined;
    if (typeof subject !== 'string' || nothing === undefined) continue;
    const words = {
      message: `The subject is ${shown(subject)}, ${nothing}.`,
      advice: 'If no end user has this name, a value was lost on the way: all such users would share one conversation.',
    };
    return [observed('body/participants/subject/string', words)];
  }
  return [];
}
