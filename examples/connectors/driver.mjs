// Lets the gate ask a connector for subjects: answers lines of JSON on standard input, many at once
// (docs/driver-protocol.md). Node 20 or newer, no packages.
import { createInterface } from 'node:readline';

/** `establish` takes a subject and a channel and gives their conversation identifier, or throws. */
export async function answerQuestions(name, establish) {
  // Standard output belongs to the protocol.
  console.log = console.error;
  const underWay = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const one = answerTo(JSON.parse(line), name, establish).then((answer) => {
      process.stdout.write(`${JSON.stringify(answer)}\n`);
      underWay.delete(one);
    });
    underWay.add(one);
  }
  await Promise.all(underWay);
}

async function answerTo({ seq, start, do: asked }, name, establish) {
  if (start !== undefined) {
    return { seq, protocol: 1, name, version: '1.0.0', operations: ['establish-conversation'] };
  }
  if (asked?.operation !== 'establish-conversation') return { seq, unsupported: true };
  const { subject, channelAddressIdentifier } = asked.input;
  try {
    return { seq, done: true, seen: await establish(subject, channelAddressIdentifier) };
  } catch (error) {
    return { seq, broken: error.message };
  }
}
