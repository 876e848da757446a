/** An answer of the org, and its bytes. Unlike the mock's own answers it may be staged: late, or cut on purpose. */
import { STATUS_CODES } from 'node:http';
import type { GivenAnswer, Staged } from '../../wire/received.js';
import type { HeaderField } from '../../wire/request.js';
import { type Answer, jsonAnswer } from '../mock/answer.js';

export interface OrgAnswer extends Pick<Answer, 'status' | 'fields' | 'body' | 'delayMs' | 'closes'> {
  /** Breaks the connection before the first byte, within the body, or behind the last byte. */
  readonly reset?: 'before' | 'within' | 'after';
  /** What a scenario did on purpose, for the judge and the record. */
  readonly staged?: Staged;
}

export interface EncodedAnswer {
  /** All that is written. */
  readonly bytes: Buffer;
  /** The same as it is read, without what a break within it holds back. */
  readonly given: Pick<GivenAnswer, 'httpVersion' | 'status' | 'reason' | 'fields' | 'body'>;
}

export interface EncodeOptions {
  readonly method: string;
  readonly keepAlive: boolean;
  /** The request was HTTP/1.0, whose clients must be told that the connection stays. */
  readonly isOld: boolean;
  readonly now: Date;
}

/** Status line, the given fields, Date, Content-Length and Connection where it says something, then the body. */
export function encodeAnswer(answer: OrgAnswer, options: EncodeOptions): EncodedAnswer {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : Buffer.from(answer.body);
  const { status } = answer;
  const mayHaveBody = status >= 200 && status !== 204 && status !== 304;
  const fields: HeaderField[] = [...answer.fields];
  if (!fields.some(([name]) => name.toLowerCase() === 'date')) fields.push(['Date', options.now.toUTCString()]);
  if (mayHaveBody) fields.push(['Content-Length', String(body.length)]);
  if (!options.keepAlive) fields.push(['Connection', 'close']);
  else if (options.isOld) fields.push(['Connection', 'keep-alive']);
  const [httpVersion, reason] = ['1.1', STATUS_CODES[status] ?? 'Unknown'];
  let head = `HTTP/${httpVersion} ${status} ${reason}\r\n`;
  for (const [name, value] of fields) head += `${name}: ${value}\r\n`;
  const whole = mayHaveBody && options.method !== 'HEAD' ? body : Buffer.alloc(0);
  const sent = answer.reset === 'within' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
  return {
    bytes: Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), sent]),
    given: { httpVersion, status, reason, fields, body: sent },
  };
}

/** The refusal of a token. */
export const unauthorized: OrgAnswer = jsonAnswer(401, { code: 10004, message: 'The access token is not valid.' }, [
  ['WWW-Authenticate', 'Bearer'],
]);
