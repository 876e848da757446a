/** Variants by the way in which an answer travels. */
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import type { Answer } from '../answer.js';
import type { Variant } from '../variant.js';
import { changesAnswer } from './changing.js';

const coded = (coding: string, encode: (body: Buffer) => Uint8Array) => (answer: Answer) => ({
  ...answer,
  fields: [...answer.fields, ['Content-Encoding', coding] as const],
  body: encode(Buffer.from(answer.body)),
});

/** The usual quality would cost more than everything else that the mock does. */
const fastBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

export const framingVariants = [
  {
    id: 'framing/chunked',
    summary: 'Sends every answer in chunks of three bytes.',
    behaviour: changesAnswer((answer) => ({ ...answer, framing: 'chunked', chunkSize: 3 })),
  },
  {
    id: 'framing/trailers',
    summary: 'Sends a trailer behind every answer.',
    behaviour: changesAnswer((answer) => ({ ...answer, framing: 'chunked', trailers: [['X-Checked', 'yes']] })),
  },
  { id: 'framing/gzip', summary: 'Sends every answer in gzip.', behaviour: changesAnswer(coded('gzip', gzipSync)) },
  {
    id: 'framing/deflate',
    summary: 'Sends every answer in deflate.',
    behaviour: changesAnswer(coded('deflate', deflateSync)),
  },
  {
    id: 'framing/brotli',
    summary: 'Sends every answer in Brotli.',
    behaviour: changesAnswer(coded('br', (body) => brotliCompressSync(body, fastBrotli))),
  },
  {
    id: 'framing/gzip-chunked',
    summary: 'Sends every answer in gzip, cut into chunks of seven bytes.',
    behaviour: changesAnswer((answer) => ({ ...coded('gzip', gzipSync)(answer), framing: 'chunked', chunkSize: 7 })),
  },
  {
    id: 'framing/closing',
    summary: 'Closes the connection after every answer.',
    behaviour: changesAnswer((answer) => ({ ...answer, closes: true })),
  },
  {
    id: 'framing/closing-unannounced-length',
    summary: 'Ends every answer by closing the connection, as HTTP/1.0 did.',
    behaviour: changesAnswer((answer) => ({ ...answer, framing: 'close' })),
  },
  {
    id: 'framing/slow',
    summary: 'Waits 5 to 20 milliseconds before it answers, so that answers overtake each other.',
    behaviour: changesAnswer((answer, { requests }) => ({ ...answer, delayMs: 5 + ((requests * 7) % 16) })),
  },
  {
    id: 'framing/continue',
    summary: 'Sends 100 in front of every answer, asked for or not.',
    behaviour: changesAnswer((answer) => ({ ...answer, informational: [100] })),
  },
  {
    id: 'framing/early-hints',
    summary: 'Sends 102 and 103 in front of every answer.',
    behaviour: changesAnswer((answer) => ({ ...answer, informational: [102, 103] })),
  },
  {
    id: 'framing/lower-case-names',
    summary: 'Writes the names of its header fields in lower case.',
    behaviour: changesAnswer((answer) => ({
      ...answer,
      fields: answer.fields.map(([name, value]) => [name.toLowerCase(), value]),
    })),
  },
  {
    id: 'framing/odd-case-names',
    summary: 'Writes the names of its header fields in upper case, among many others.',
    behaviour: changesAnswer((answer) => ({
      ...answer,
      fields: [
        ...answer.fields.map(([name, value]) => [name.toUpperCase(), value] as const),
        ['sErVeR', 'mock'],
        ['SET-COOKIE', 'a=1; Path=/'],
        ['SET-COOKIE', 'b=2; Path=/'],
        ['X-Empty', ''],
      ],
    })),
  },
] as const satisfies readonly Variant[];
