/** Bodies that are no complete multipart message of the announced boundary, made from one that is. Pure. */
import { encodeBody } from '../../wire/codecs/encode.js';
import type { RequestDraft } from '../../wire/request.js';
import { seededBytes } from '../seeded.js';

export function malformedMultipart(draft: RequestDraft, boundary: string): readonly (readonly [string, Uint8Array])[] {
  const whole = Buffer.from(encodeBody(draft.body));
  const text = whole.toString();
  const closing = text.lastIndexOf(`\r\n--${boundary}--`);
  const bodyText = text.slice(0, closing);
  const bodies: readonly (readonly [label: string, body: string | Uint8Array])[] = [
    ['empty body', ''],
    ['no closing boundary', `${bodyText}\r\n`],
    ['no closing boundary and no last line end', bodyText],
    ['the closing boundary written as a middle one', `${bodyText}\r\n--${boundary}\r\n`],
    ['cut inside the last part', text.slice(0, closing - 10)],
    ['cut inside the headers of the first part', text.slice(0, text.indexOf('\r\n\r\n') - 5)],
    ['another boundary than announced', text.replaceAll(boundary, `${boundary.slice(0, -1)}#`)],
    ['boundary lines without the two hyphens', text.replaceAll(`--${boundary}`, boundary)],
    ['only the closing boundary', `--${boundary}--\r\n`],
    ['parts without Content-Disposition', text.replaceAll(/Content-Disposition: [^\r]*/g, 'X-Nothing: here')],
    ['a JSON body', '{"channelAddressIdentifier":"x","participants":[]}'],
    ['an urlencoded body', 'channelAddressIdentifier=x&participants=%5B%5D'],
    ['garbage', seededBytes(7, boundary)],
  ];
  return bodies.map(([label, body]) => [label, typeof body === 'string' ? Buffer.from(body) : body]);
}
