/** What the schemas of this folder are made of: plain members, and objects that have no members but their own. */
export const text = { type: 'string' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const milliseconds = { type: 'number', minimum: 0 } as const;
export const texts = { type: 'array', items: text } as const;

/** What a run comes to. */
export const runVerdicts = ['conformant', 'nonconformant', 'inconclusive'] as const;
/** What a clause of a run comes to. */
export const clauseVerdicts = [...runVerdicts, 'not exercised', 'waived', 'observed'] as const;

/** An object that has these members, may have those, and has no others. */
export function closed<const Has extends object, const MayHave extends object = Record<never, never>>(
  has: Has,
  // Nothing fits a type parameter of which nothing is known but its default.
  mayHave: MayHave = {} as MayHave,
) {
  return {
    type: 'object',
    properties: { ...has, ...mayHave },
    required: Object.keys(has).filter((name): name is keyof Has & string => name in has),
    additionalProperties: false,
  } as const;
}

/** The same with what it is, for people, in front. */
export function described<const Has extends object, const MayHave extends object = Record<never, never>>(
  description: string,
  has: Has,
  mayHave?: MayHave,
) {
  return { description, ...closed(has, mayHave) } as const;
}
