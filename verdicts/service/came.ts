/** What came, as far as it tells which failures are one: what it amounts to, and its shape, never its values. Pure. */
import type { Exchange, FailureKind } from '../../wire/exchange.js';
import { type Classified, classify, jsonBody } from './classify.js';

export type Came =
  | { readonly kind: 'no answer'; readonly failure: FailureKind }
  | {
      readonly kind: Exclude<Classified['kind'], 'no answer'>;
      readonly status: number;
      /** Media type of the body, and the names of the members when it is a JSON object: `application/json code message`. */
      readonly shape: string;
    };

export function cameOf(exchange: Exchange): Came {
  const classified = classify(exchange);
  if (classified.kind === 'no answer') return { kind: classified.kind, failure: classified.failure };
  const { status = 0, fields = [], body = new Uint8Array() } = exchange.answer ?? {};
  const [, type = ''] = fields.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const json = jsonBody({ body });
  const members = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.keys(json).sort() : [];
  const [mediaType = ''] = type.toLowerCase().split(';');
  return { kind: classified.kind, status, shape: [mediaType.trim(), ...members].join(' ').slice(0, longestShape) };
}

/** A service may name as many members as it likes. */
const longestShape = 300;
