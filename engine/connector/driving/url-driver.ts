/** Drives a connector by its hook: a POST with `{channelAddressIdentifier, subject}` as JSON. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { GateOptions } from '../options.js';
import type { Driver, DriverAnswer } from './driver.js';

const readyMs = 20_000;
const answerMs = 30_000;

/** @param gone whether the command that serves the hook has ended. */
export function urlDriver(url: URL, { signal, timeoutMs }: GateOptions, gone: () => boolean = () => false): Driver {
  return {
    most: 400,
    mostShrinks: 400,
    together: 1,
    async ready() {
      const deadline = performance.now() + Math.min(readyMs, timeoutMs);
      while (performance.now() < deadline && !signal.aborted) {
        if (await accepts(url)) return undefined;
        if (gone()) return 'the command ended before its hook could be asked';
        await sleep(50);
      }
      return `nothing accepts connections at ${url.host}, where --driver says that the hook is`;
    },
    ask: (asked) => post(url, asked, signal, Math.min(answerMs, timeoutMs)),
  };
}

async function post(url: URL, asked: Pair, signal: AbortSignal, timeoutMs: number): Promise<DriverAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channelAddressIdentifier: asked.channel, subject: asked.subject }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await answer.body?.cancel();
    if (answer.ok) return { kind: 'done' };
    const told = `the hook answered ${answer.status}`;
    return { kind: answer.status >= 400 && answer.status < 500 ? 'refused' : 'broken', told };
  } catch {
    return { kind: 'broken', told: 'the hook gave no answer' };
  }
}

function accepts(url: URL): Promise<boolean> {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port });
    const end = (found: boolean): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
