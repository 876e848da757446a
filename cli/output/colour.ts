/** Decides whether a stream gets colour: NO_COLOR, then FORCE_COLOR, then whether it is a terminal that knows colour. */
import pc from 'picocolors';
import type { Environment } from '../../settings/sources.js';
import type { OutputStream } from './printer.js';

export type Colours = ReturnType<typeof pc.createColors>;

/** NO_COLOR counts when it is not empty; FORCE_COLOR=0 and FORCE_COLOR=false forbid colour. */
export function wantsColour(env: Environment, stream: OutputStream): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

export function coloursFor(env: Environment, stream: OutputStream): Colours {
  return pc.createColors(wantsColour(env, stream));
}

/** CI counts when it is set to anything but a word for no. */
export function isCi(env: Environment): boolean {
  return env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
}
