/** What an edition is: one version of the contract as data; editions have an order, and ranges of them say what holds where. */

export interface Edition {
  /** As `--edition` takes it: `61.0`. Its numbers give the order of the editions. */
  readonly id: string;
  /** Where it comes from, for people: one noun phrase. */
  readonly source: string;
  /** Status of success that its pages name. A verdict takes each of 200, 201 and 202 (docs/reading.md). */
  readonly documentedStatus?: 200 | 201 | 202;
  /** Members of the success answer that its pages name beside conversationIdentifier; none of them is owed. */
  readonly answerMembers: readonly string[];
}

/** A stretch of editions; open where an end is absent, so that a new edition touches nothing that goes on. */
export interface EditionRange {
  /** The first edition that belongs to it. */
  readonly from?: string;
  /** The last edition that belongs to it. */
  readonly until?: string;
}

/** Below zero where the first edition is older, 0 for the same one. */
export function compareEditions(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

const readNumbers = new Map<string, readonly number[]>();

/** Read once for each id: a run compares editions many thousand times. */
function numbersOf(id: string): readonly number[] {
  const numbers = readNumbers.get(id) ?? id.split('.').map(Number);
  readNumbers.set(id, numbers);
  return numbers;
}

export function isWithin({ from, until }: EditionRange, edition: string): boolean {
  return (
    (from === undefined || compareEditions(from, edition) <= 0) &&
    (until === undefined || compareEditions(edition, until) <= 0)
  );
}
