/** Finds the names nearest to a mistyped one, for suggestions. */

/**
 * At most three of the names that are nearest, none when nothing is near. An id is also matched by any run of its
 * segments, and stands for those that begin with it.
 */
export function nearest(given: string, names: readonly string[]): readonly string[] {
  const wanted = given.slice(0, 100).toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const measured = names.map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }));
  const least = Math.min(...measured.map(({ distance }) => distance));
  if (least > most) return [];
  const near = measured.filter(({ distance }) => distance === least).map(({ name }) => name);
  return near.filter((name) => !near.some((other) => name.startsWith(`${other}/`))).slice(0, 3);
}

/** `did you mean "a", "b" or "c"?`, or nothing to say. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  const near = nearest(given, names);
  return near.length === 0 ? undefined : `did you mean ${listOf(near, 'or')}?`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(names: readonly string[], word: 'or' | 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

function distanceTo(wanted: string, name: string): number {
  return Math.min(...segmentRuns(name).map((run) => editDistance(wanted, run)));
}

/** `a/b/c` gives a, a/b, a/b/c, b, b/c, c. */
function segmentRuns(name: string): readonly string[] {
  const segments = name.split('/');
  return segments.flatMap((_, from) =>
    segments.slice(from).map((_, length) => segments.slice(from, from + length + 1).join('/')),
  );
}

/** Levenshtein distance, with a swap of two neighbours as one edit. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
