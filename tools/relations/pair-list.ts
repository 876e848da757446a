/** Lists of pairs of texts as they are committed: `65>e9 65>65+301`, in hexadecimal, the plainer text first. Pure. */

/** The plainer of the two, which a base subject holds, and the one that may be taken for it. */
export type TextPair = readonly [plain: string, other: string];

const hex = (text: string): string => Array.from(text, (c) => c.codePointAt(0)?.toString(16) ?? '').join('+');

/** The pairs as one line, in their order; a pair that came before, in either order, or that has two equal texts is left out. */
export function pairLine(pairs: readonly TextPair[]): string {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const [plain, other] of pairs) {
    if (plain === other || seen.has(`${hex(plain)}>${hex(other)}`) || seen.has(`${hex(other)}>${hex(plain)}`)) continue;
    seen.add(`${hex(plain)}>${hex(other)}`);
    kept.push(`${hex(plain)}>${hex(other)}`);
  }
  return kept.join(' ');
}

/** At most `count` of each kind, one of each kind in turn; and what is kept in any case. */
export function inTurns<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  count: number,
  isKept: (one: T) => boolean = () => false,
): readonly T[] {
  const turns = new Map<string, number>();
  return all
    .map((one) => {
      const kind = kindOf(one);
      const turn = turns.get(kind) ?? 0;
      turns.set(kind, turn + 1);
      return { one, turn };
    })
    .filter(({ one, turn }) => turn < count || isKept(one))
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one);
}

/** A module that exports named texts, in the form that the formatter leaves alone. */
export function dataModule(head: string, name: string, lines: ReadonlyMap<string, string>): string {
  const rows = [...lines].map(([key, line]) => `  '${key}':\n    '${line}',`).join('\n');
  return `/** ${head} */\nexport const ${name} = {\n${rows}\n} as const;\n`;
}
