/** Runs of named code points, from which the tables of names are built. */

export type NamedRun = readonly (readonly [codePoint: number, name: string])[];

/** Names of consecutive code points, separated by commas; the prefix stands before each. An empty name names nothing. */
export function run(first: number, names: string, prefix = ''): NamedRun {
  return split(names).map((name, index) => [first + index, joined(prefix, name)]);
}

/** Capital letters at every other code point, each with its small letter right behind it. */
export function everyOther(first: number, names: string, prefix: string): NamedRun {
  return bothCases(first, names, prefix, 2);
}

/** Capital letters with their small letters, which Unicode's case mapping finds. */
export function bothCases(first: number, names: string, prefix: string, step = 1): NamedRun {
  return split(names).flatMap((name, index) => {
    const capital = first + index * step;
    const small = String.fromCodePoint(capital).toLowerCase().codePointAt(0) ?? capital;
    return [
      [capital, joined(prefix, name)],
      [small, joined(prefix.replace('CAPITAL', 'SMALL'), name)],
    ] as const;
  });
}

const split = (names: string): readonly string[] => names.split(/,\s+/);

const joined = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix} ${name}`);
