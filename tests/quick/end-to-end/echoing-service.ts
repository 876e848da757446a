/** A service that starts like the mock and then gives back all that it got, in every encoding, in every place of an answer. */
import type { TestContext } from 'node:test';
import { seededInteger } from '../../../generators/seeded.js';
import { byCharacter, escapes, spell } from '../../support/traces.js';
import { type HostileCall, type HostileService, hostileService } from './hostile-service.js';

/** Each of them costs the 15 seconds that the suite waits for an answer. */
const mostSilences = 1;

/** Everything in the message, and its token in every encoding, a line each. */
function echoOf(text: string): readonly string[] {
  const token = /^authorization: *\S+ +(\S+)/im.exec(text)?.[1] ?? '';
  const bytes = Buffer.from(token);
  const reversed = [...token].reverse().join('');
  return [
    ...Object.values(byCharacter).map((character) => spell(token, character)),
    ...Object.values(escapes).map((character) => spell(reversed, character)),
    ...(['base64', 'base64url'] as const).flatMap((encoding) => [bytes.toString(encoding), `${text}`]),
    Buffer.from(`Bearer ${token}`).toString('base64'),
    Buffer.from(text, 'latin1').toString('base64'),
    ...token.split('.'),
  ];
}

/** A line that a header field can hold. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').slice(0, 4000);

const reactions: Readonly<Record<string, (call: HostileCall, echo: readonly string[]) => void>> = {
  'a refusal in HTML': ({ answer }, echo) =>
    answer(400, `<html><script>alert("${echo.join('")</script><pre>')}</pre></html>`, 'Content-Type: text/html'),
  'a refusal in JSON': ({ answer }, echo) =>
    answer(422, JSON.stringify({ code: 10096, message: echo }), 'Content-Type: application/json'),
  'a refusal in text': ({ answer }, echo) => answer(403, echo.join('\n'), 'Content-Type: text/plain'),
  'an identifier': ({ answer }, echo) => answer(202, JSON.stringify({ conversationIdentifier: echo.join(' ') })),
  'members of a success': ({ answer }, echo) =>
    answer(200, JSON.stringify({ ...Object.fromEntries(echo.map((line) => [line, line])) })),
  'header fields': ({ answer }, echo) =>
    answer(401, '', ...echo.map((line, index) => `X-Echo-${index}: ${oneLine(line)}`)),
  'names of header fields': ({ answer }, echo) => answer(400, '', `X-${oneLine(echo[0] ?? '').replace(/\W/g, '')}: 1`),
  'a redirection': ({ answer }, echo) => answer(302, '', `Location: https://example.invalid/?token=${echo[0]}`),
  'a server error': ({ answer }, echo) => answer(500, `Error: ${echo.join('\n    at ')} (/srv/app.js:1:1)`),
  'the reason phrase': ({ socket }, echo) =>
    socket.write(`HTTP/1.1 400 ${oneLine(echo.join(' '))}\r\nContent-Length: 0\r\n\r\n`),
  'a status line that is none': ({ socket }, echo) => socket.end(`${oneLine(echo.join(' '))}\r\n\r\n`),
  'a length that is none': ({ socket }, echo) => socket.end(`HTTP/1.1 400 No\r\nContent-Length: ${echo[0]}\r\n\r\n`),
  'a chunk that is none': ({ socket }, echo) =>
    socket.end(`HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n${echo[0]}\r\n${echo[1]}\r\n`),
  'half an answer': ({ socket }, echo) =>
    socket.end(`HTTP/1.1 400 No\r\nContent-Length: 999999\r\n\r\n${echo.join('\n')}`),
  'a reset': ({ socket }) => socket.resetAndDestroy(),
};

export interface EchoingService extends HostileService {
  /** How often it reacted in which way. */
  readonly reacted: ReadonlyMap<string, number>;
}

export const reactionNames: readonly string[] = [...Object.keys(reactions), 'silence'];

/** Behaves half of the time, and for the controls by which the suite finds out whether it is worth going on. */
export async function echoingService(t: TestContext, seed: number): Promise<EchoingService> {
  const reacted = new Map<string, number>();
  const service = await hostileService(t, (call) => {
    const name = /-(?:alive|first-control)"/.test(call.text) ? undefined : nameFor(call.count);
    if (name === undefined) return call.behave();
    const times = (reacted.get(name) ?? 0) + 1;
    if (name === 'silence' && times > mostSilences) return call.behave();
    reacted.set(name, times);
    reactions[name]?.(call, echoOf(call.text));
  });
  const nameFor = (count: number): string | undefined =>
    reactionNames[seededInteger(seed, `reaction ${count}`) % (2 * reactionNames.length)];
  return { ...service, reacted };
}
