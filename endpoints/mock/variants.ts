/** All conformant variants of the mock, their ids as a type, and look-up by id. */
import type { Variant } from './named-behaviour.js';
import { choicesVariants } from './variants/choices.js';
import { framingVariants } from './variants/framing.js';
import { identifiersVariants } from './variants/identifiers.js';
import { jsonVariants } from './variants/json.js';
import { refusalsVariants } from './variants/refusals.js';
import { successVariants } from './variants/success.js';
import { throttlingVariants } from './variants/throttling.js';

export type { Variant } from './named-behaviour.js';

export const variants = [
  ...successVariants,
  ...identifiersVariants,
  ...framingVariants,
  ...throttlingVariants,
  ...refusalsVariants,
  ...choicesVariants,
  ...jsonVariants,
];

export type VariantId = (typeof variants)[number]['id'];

const byId: ReadonlyMap<string, Variant> = new Map(variants.map((variant) => [variant.id, variant]));

export function isVariantId(id: string): id is VariantId {
  return byId.has(id);
}

/** The variant of an id; the type rules out an unknown one. */
export function variantOf(id: VariantId): Variant {
  const variant = byId.get(id);
  if (variant === undefined) throw new Error(`no variant has the id ${id}`);
  return variant;
}
