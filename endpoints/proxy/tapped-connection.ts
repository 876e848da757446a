/**
 * One connection through the proxy: bytes are piped unchanged in both directions, and read beside that into exchanges.
 * What cannot be read is passed on all the same.
 */
import type { Socket } from 'node:net';
import { decodeBody } from '../../wire/http/content-coding.js';
import { breakOff } from '../break-off.js';
import { type ReadRequest, RequestReader } from '../org/request-reader.js';
import { AnswerSequence, type SequencedAnswer } from './answer-sequence.js';

/** A request and what came back; without an answer when none came, or none could be read. */
export interface TappedExchange {
  readonly number: number;
  readonly connection: number;
  readonly request: ReadRequest;
  readonly answer?: SequencedAnswer & { readonly decoded: Buffer };
  readonly answeredMs?: number;
  /** Why there is no answer, plain words. */
  readonly trouble?: string;
}

export interface TapOptions {
  readonly id: number;
  readonly now: () => number;
  readonly nextNumber: () => number;
  readonly onExchange: (exchange: TappedExchange) => void;
  /** Whether the proxy itself is ending: what it cuts off is nobody's fault. */
  readonly isEnding: () => boolean;
}

interface Waiting {
  readonly number: number;
  readonly request: ReadRequest;
}

/** A request that has brought nothing for so long when the proxy ends will not become whole. */
const silenceMs = 1_000;
const mostDecodedBytes = 1024 * 1024;

/** The upstream socket may still be connecting: what the client sends waits for it. */
export function tapConnection(client: Socket, upstream: Socket, options: TapOptions): void {
  const waiting: Waiting[] = [];
  const tell = (exchange: TappedExchange): void => {
    // Behind the bytes, which must not wait for any judgement.
    setImmediate(() => options.onExchange(exchange));
  };
  const give = (trouble: string): void => {
    for (const { number, request } of waiting.splice(0)) tell({ number, connection: options.id, request, trouble });
  };
  let lost: string | undefined;
  /** Answers to a request that has not come whole yet. */
  const early: SequencedAnswer[] = [];
  const finish = (next: Waiting, answer: SequencedAnswer): void => {
    const answeredMs = options.now();
    decodedOf(answer)
      .then((decoded) => tell({ ...next, connection: options.id, answer: { ...answer, decoded }, answeredMs }))
      .catch(() => tell({ ...next, connection: options.id, trouble: 'the answer could not be decoded' }));
  };
  const requests = new RequestReader({
    now: options.now,
    onRequest: (request) => {
      const number = options.nextNumber();
      const answered = early.shift();
      if (answered !== undefined) finish({ number, request }, answered);
      else if (lost === undefined) waiting.push({ number, request });
      else tell({ number, connection: options.id, request, trouble: lost });
    },
  });
  const answers = new AnswerSequence({
    // An answer may come before its request has ended: a refusal by the head alone.
    nextMethod: () => waiting[0]?.request.head.method ?? (requests.begun && early.length === 0 ? 'POST' : undefined),
    onAnswer: (answer) => {
      const next = waiting.shift();
      if (next === undefined) early.push(answer);
      else finish(next, answer);
    },
    onLost: (why) => {
      lost = why;
      give(why);
    },
  });
  let failure = '';
  let heardMs = 0;
  join(client, upstream, (chunk) => {
    heardMs = options.now();
    requests.push(chunk);
  });
  join(upstream, client, (chunk) => answers.push(chunk));
  client.on('end', () => requests.end());
  upstream.on('end', () => answers.end());
  client.on('error', () => undefined);
  upstream.on('error', (error: Error & { code?: string }) => {
    failure = `the connection to the service failed: ${error.code ?? 'unknown reason'}`;
  });
  client.on('close', (hadError) => {
    const silentMs = options.now() - heardMs;
    if (!options.isEnding()) requests.end();
    else if (silentMs >= silenceMs) requests.giveUp(silentMs);
    if (hadError) breakOff(upstream);
    else if (!upstream.writableEnded) upstream.destroy();
  });
  upstream.on('close', (hadError) => {
    answers.end();
    give(failure === '' ? 'the connection ended before an answer came' : failure);
    lost ??= 'the connection to the service had ended';
    if (hadError) breakOff(client);
    else if (!client.writableEnded) client.end();
  });
}

/** A pipe with a look beside it; a half-closed side stays half closed. */
function join(from: Socket, to: Socket, look: (chunk: Buffer) => void): void {
  from.on('data', (chunk: Buffer) => {
    if (!to.write(chunk)) from.pause();
    look(chunk);
  });
  to.on('drain', () => from.resume());
  from.on('end', () => to.end());
}

async function decodedOf(answer: SequencedAnswer): Promise<Buffer> {
  if (answer.codings.length === 0) return answer.body;
  const decoded = await decodeBody(answer.codings, answer.body, answer.bodyCut, mostDecodedBytes);
  return decoded?.body ?? answer.body;
}
