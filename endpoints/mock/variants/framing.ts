/** Variants by the way in which an answer travels. */
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import type { Answer } from '../answer.js';
import { changesAnswer } from '../hooks.js';
import { rowsBy, variantsOf } from '../named-behaviour.js';

const coded = (coding: string, encode: (body: Buffer) => Uint8Array) => (answer: Answer) => ({
  fields: [...answer.fields, ['Content-Encoding', coding] as const],
  body: encode(Buffer.from(answer.body)),
});

/** The usual quality would cost more than everything else that the mock does. */
const fastBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Sends every answer with the changes. */
const sends = rowsBy((changes: (answer: Answer, requests: number) => Partial<Answer>) =>
  changesAnswer((answer, { requests }) => ({ ...answer, ...changes(answer, requests) })),
);

export const framingVariants = variantsOf(
  'framing',
  sends({
    chunked: ['Sends every answer in chunks of three bytes.', () => ({ framing: 'chunked', chunkSize: 3 })],
    trailers: [
      'Sends a trailer behind every answer.',
      () => ({ framing: 'chunked', trailers: [['X-Checked', 'yes']] }),
    ],
    gzip: ['Sends every answer in gzip.', coded('gzip', gzipSync)],
    deflate: ['Sends every answer in deflate.', coded('deflate', deflateSync)],
    brotli: ['Sends every answer in Brotli.', coded('br', (body) => brotliCompressSync(body, fastBrotli))],
    'gzip-chunked': [
      'Sends every answer in gzip, cut into chunks of seven bytes.',
      (answer) => ({ ...coded('gzip', gzipSync)(answer), framing: 'chunked', chunkSize: 7 }),
    ],
    closing: ['Closes the connection after every answer.', () => ({ closes: true })],
    'closing-unannounced-length': [
      'Ends every answer by closing the connection, as HTTP/1.0 did.',
      () => ({ framing: 'close' }),
    ],
    slow: [
      'Waits 5 to 20 milliseconds before it answers, so that answers overtake each other.',
      (_answer, requests) => ({ delayMs: 5 + ((requests * 7) % 16) }),
    ],
    continue: ['Sends 100 in front of every answer, asked for or not.', () => ({ informational: [100] })],
    'early-hints': ['Sends 102 and 103 in front of every answer.', () => ({ informational: [102, 103] })],
    'lower-case-names': [
      'Writes the names of its header fields in lower case.',
      ({ fields }) => ({ fields: fields.map(([name, value]) => [name.toLowerCase(), value]) }),
    ],
    'odd-case-names': [
      'Writes the names of its header fields in upper case, among many others.',
      (answer) => ({
        fields: [
          ...answer.fields.map(([name, value]) => [name.toUpperCase(), value] as const),
          ['sErVeR', 'mock'],
          ['SET-COOKIE', 'a=1; Path=/'],
          ['SET-COOKIE', 'b=2; Path=/'],
          ['X-Empty', ''],
        ],
      }),
    ],
  }),
);
