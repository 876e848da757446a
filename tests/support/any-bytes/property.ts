/**
 * Any bytes to gate, mock and proxy: a request that a strict reader tells apart is taken once and judged as it is worth,
 * nothing else is ever called conformant or accepted, and each connection ends.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { noOperation } from '../../../wire/received.js';
import { foundBefore, type Stream, streams } from './streams.js';
import { conformsStrictly } from './strict-call.js';
import { readStrictly, type StrictMessage } from './strict-http.js';
import { openGate, openMockAndProxy, statusesOf, type Taken, type Target } from './targets.js';

export function testAnyBytes(numRuns: number): void {
  let targets: readonly Target[] = [];
  before(async () => {
    targets = [await openGate(), ...(await openMockAndProxy())];
  });
  after(() => Promise.all(targets.map(({ close }) => close())));
  test(`${numRuns} connections that carry any bytes, to gate, mock and proxy`, async () => {
    const holds = fc.asyncProperty(streams, async (stream) => {
      await Promise.all(targets.map((target) => assertTaken(target, stream)));
    });
    await fc.assert(holds, { numRuns, examples: foundBefore.map((stream) => [stream]) });
  });
}

async function assertTaken(target: Target, stream: Stream): Promise<void> {
  const bytes = stream(target.credentials);
  const { messages, rest } = readStrictly(bytes);
  const good = messages.map((message) => conformsStrictly(message, target.credentials, target.isToken));
  const statuses = await statusesOf(target.port, bytes, messages.length);
  const taken = await target.taken(messages.length + (rest === 'something' ? 1 : 0));
  const told = `${target.name}, ${JSON.stringify(bytes.toString('latin1'))}`;
  const own = statuses.slice(0, messages.length);
  assert.equal(own.length, messages.length, `answers ${statuses.join()}: ${told}`);
  const { accessToken, channels } = target.credentials;
  for (const [index, message] of messages.entries()) {
    const isKnown = conformsStrictly(message, target.credentials, (text) => text === accessToken);
    // A channel that it does not know a service may refuse, and the gate answers operations beside the contract.
    const isChannel = message.body.includes(channels[0] ?? '');
    const isOpen = (isKnown && !isChannel) || taken?.[index]?.operation === noOperation.sibling;
    if (!isOpen) assert.equal(isSuccess(own[index] ?? 0), isKnown, `answers ${statuses.join()}: ${told}`);
  }
  if (rest === 'nothing') assert.equal(statuses.length, messages.length, `one answer each: ${told}`);
  if (taken === undefined) {
    assert.ok(!statuses.slice(messages.length).some(isSuccess), `accepted ${statuses.join()}: ${told}`);
    return;
  }
  const [whole, others] = [taken.slice(0, messages.length), taken.slice(messages.length)];
  const verdicts = taken.map(({ verdict }) => verdict).join();
  assert.deepEqual(whole.map(seen), messages.map(sent), `lost or changed: ${told}`);
  assert.deepEqual(whole.map(isConformant), good, `judged ${verdicts}: ${told}`);
  if (rest !== 'unread') assert.equal(others.length > 0, rest === 'something', `the rest, judged ${verdicts}: ${told}`);
  const strict = others.filter(isConformant).filter((one) => !isTakenStrictly(one, bytes, target));
  assert.equal(strict.length, 0, `no request of a strict reader, judged ${verdicts}: ${told}`);
}

const isSuccess = (status: number): boolean => status < 300;
/** As a call of the operation: of others only the headers are judged. */
const isConformant = ({ verdict, operation }: Taken): boolean =>
  verdict === 'conformant' && operation !== noOperation.sibling;

/** Whether a strict reader takes it, had it begun where the request does: what came before may have been broken. */
function isTakenStrictly(one: Taken, bytes: Buffer, { credentials, isToken }: Target): boolean {
  const text = bytes.toString('latin1');
  const starts = [...text.matchAll(/POST /g)].map(({ index }) => index);
  return starts.some((start) => {
    const [message] = readStrictly(bytes.subarray(start)).messages;
    return (
      message !== undefined &&
      conformsStrictly(message, credentials, isToken) &&
      String(seen(one)) === String(sent(message))
    );
  });
}

const seen = ({ method, target, body }: Taken) => [method, target, Buffer.from(body).toString('latin1')];
const sent = ({ method, target, body }: StrictMessage) => [method, target, body.toString('latin1')];
