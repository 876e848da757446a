/** What the package of the Unicode Character Database says, as sets and maps of code points. */
import * as unicode from '@unicode/unicode-15.1.0';

type Property = string;

/** Numbers of all code points that have a property: `Binary_Property/Dash`, `Script/Greek`. */
export async function codePointsOf(property: Property): Promise<readonly number[]> {
  const values: unknown = await defaultOf(property);
  if (!Array.isArray(values)) throw new Error(`${property} is no list of code points`);
  return values.filter((value): value is number => typeof value === 'number');
}

/** A mapping of code points to one or more: `Case_Folding/F`. In the order of the code points. */
export async function mappingOf(property: Property): Promise<ReadonlyMap<number, readonly number[]>> {
  const values: unknown = await defaultOf(property);
  if (!(values instanceof Map)) throw new Error(`${property} is no mapping of code points`);
  const entries: [number, readonly number[]][] = [];
  for (const [from, to] of values) {
    if (typeof from === 'number') entries.push([from, (Array.isArray(to) ? to : [to]).filter(Number.isInteger)]);
  }
  return new Map(entries.sort(([a], [b]) => a - b));
}

/** The script of each code point that has one of its own; the block of each code point. */
export const scripts = (): Promise<ReadonlyMap<number, string>> => loadedOnce('Script');
export const blocks = (): Promise<ReadonlyMap<number, string>> => loadedOnce('Block');

const loaded = new Map<string, Promise<ReadonlyMap<number, string>>>();

/** Hundreds of modules each: read once for all lists. */
function loadedOnce(kind: 'Script' | 'Block'): Promise<ReadonlyMap<number, string>> {
  const owners = loaded.get(kind) ?? ownersOf(kind);
  loaded.set(kind, owners);
  return owners;
}

async function ownersOf(kind: 'Script' | 'Block'): Promise<ReadonlyMap<number, string>> {
  // The package declares named exports and has one default export that holds them.
  const names = (unicode as unknown as { readonly default: Readonly<Record<string, readonly string[]>> }).default[kind];
  if (names === undefined) throw new Error(`the package lists no ${kind}`);
  const owners = new Map<number, string>();
  for (const name of names) {
    for (const codePoint of await codePointsOf(`${kind}/${name}`)) owners.set(codePoint, name);
  }
  return owners;
}

async function defaultOf(property: Property): Promise<unknown> {
  const module: unknown = await import(`@unicode/unicode-15.1.0/${property}/code-points.mjs`);
  if (typeof module !== 'object' || module === null || !('default' in module)) throw new Error(`no ${property}`);
  return module.default;
}
