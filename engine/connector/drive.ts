/**
 * Drives a connector: asks for subjects one by one and holds what arrives against what was asked for. A failure is asked
 * for again, then shrunk by fast-check to the smallest subject that fails alike.
 * Longer than most files because asking, awaiting and shrinking share one state.
 */
import { fc } from '../../generators/fast-check.js';
import { isOdd } from '../../generators/identities/odd.js';
import { shrinkableText } from '../../generators/identities/shrinkable-text.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { differenceWords } from '../../verdicts/connector/run/difference-words.js';
import type { Ledger } from '../../verdicts/connector/run/ledger.js';
import type { ExerciseEnding } from '../../verdicts/connector/run/scenario-watch.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Arrivals } from './arrivals.js';
import type { Driver } from './drivers/driver.js';
import type { GateEvent } from './gate-options.js';
import { type DrivenSubject, drivenSubjects } from './subjects.js';

export interface DriveInput {
  readonly driver: Driver;
  /** All subjects, or only a few plain ones for a scenario. */
  readonly whole: boolean;
  readonly seed: number;
  readonly channel: string;
  readonly arrivals: Arrivals;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  /** Milliseconds for all of it. */
  readonly timeMs: number;
  readonly onEvent?: (event: GateEvent) => void;
}

export interface Drive {
  readonly ending: ExerciseEnding;
  readonly driven?: NonNullable<ConnectorRecord['driven']>;
  readonly trouble?: string;
}

type Failure = NonNullable<ConnectorRecord['driven']>['failures'][number];

/** What came of one subject. */
type Try =
  | { readonly kind: 'arrived'; readonly exchange: number }
  | { readonly kind: 'refused'; readonly told: string }
  | {
      readonly kind: 'changed';
      readonly what: 'subject' | 'channel';
      readonly arrived: string;
      readonly exchange: number;
    }
  | { readonly kind: 'unreadable'; readonly exchange: number }
  | { readonly kind: 'nothing'; readonly told: string };

const arrivalMs = 3_000;
/** More kinds of failures than a reader takes in; each costs a search. */
const mostSearches = 5;

export async function drive(input: DriveInput): Promise<Drive> {
  const { driver, whole, seed, signal, timeMs, onEvent } = input;
  const unready = await driver.ready();
  if (unready !== undefined) return { ending: { ok: false, cut: true, told: unready }, trouble: unready };
  const word = `byoc-${seed.toString(36)}`;
  const asker = new Asker(input);
  const plain = await asker.ask(`${word}-plain`);
  if (!whole) return plainOnly(asker, word, plain);
  if (plain.kind !== 'arrived') {
    const told = `a plain subject did not arrive as it was asked for: ${wordsOf(plain)}`;
    // A channel that is changed is changed for every subject.
    if (plain.kind !== 'changed') return { ending: { ok: false, cut: true, told }, trouble: told };
  }
  const deadline = performance.now() + timeMs;
  const failures: Failure[] = [];
  const kinds = new Set<string>();
  let searches = 0;
  let [asked, arrived, refused] = [1, plain.kind === 'arrived' ? 1 : 0, 0];
  for (const one of drivenSubjects(word).slice(0, driver.most)) {
    if (signal.aborted || performance.now() > deadline || searches >= mostSearches) break;
    const came = await asker.ask(one.subject);
    asked += 1;
    if (came.kind === 'arrived') arrived += 1;
    else if (came.kind === 'refused') refused += 1;
    else if (!kinds.has(one.kind) && (await asker.ask(one.subject, true)).kind === came.kind) {
      kinds.add(one.kind);
      const failure = await shrink(one, came, asker, input, deadline);
      searches += 1;
      // What shrinks to the same subject is the same fault.
      if (!failures.some(({ smallest }) => smallest === failure.smallest)) failures.push(failure);
    }
    onEvent?.({ type: 'driven', asked, failed: failures.length });
  }
  const cut = signal.aborted || performance.now() > deadline;
  return {
    ending: {
      ok: failures.length === 0 && !cut,
      cut,
      told: cut ? 'the time for driving ran out' : toldOf(failures, refused),
    },
    driven: { asked, arrived, failures },
  };
}

/** A scenario needs a few pairs, and no more. */
async function plainOnly(asker: Asker, word: string, first: Try): Promise<Drive> {
  const tries = [
    first,
    await asker.ask(`${word}-second`),
    await asker.ask(`${word}-third`),
    await asker.ask(`${word}-fourth`),
  ];
  const bad = tries.find(({ kind }) => kind !== 'arrived') ?? asker.lastTrouble;
  if (bad === undefined) return { ending: { ok: true, cut: false, told: 'the connector did what it was asked' } };
  return { ending: { ok: false, cut: false, told: typeof bad === 'string' ? bad : wordsOf(bad) } };
}

/** Asks for one subject at a time, and remembers what came of each. */
class Asker {
  readonly #input: DriveInput;
  readonly #known = new Map<string, Try>();
  /** What the driver last said that was not "done". */
  lastTrouble: string | undefined;

  constructor(input: DriveInput) {
    this.#input = input;
  }

  /** @param again whether to ask although it is known what came. */
  async ask(subject: string, again = false): Promise<Try> {
    const known = this.#known.get(subject);
    if (known !== undefined && !again) return known;
    const came = await this.#askNow(subject);
    this.#known.set(subject, came);
    return came;
  }

  async #askNow(subject: string): Promise<Try> {
    const { driver, channel, arrivals } = this.#input;
    arrivals.clear();
    const answer = await driver.ask({ channel, subject });
    if (answer.kind !== 'done') this.lastTrouble = answer.told;
    const first = await arrivals.first(answer.kind === 'done' ? arrivalMs : 200);
    // A late retry for an earlier subject is no answer to this one.
    const arrival =
      arrivals.latest.find(({ pair }) => pair?.subject === subject) ??
      arrivals.latest.find(({ pair }) => !this.#isEarlier(pair, subject)) ??
      first;
    if (arrival === undefined) {
      if (answer.kind === 'refused') return { kind: 'refused', told: answer.told };
      return {
        kind: 'nothing',
        told: answer.kind === 'done' ? 'no request arrived' : `no request arrived; ${answer.told}`,
      };
    }
    const { pair, number } = arrival;
    if (pair === undefined) return { kind: 'unreadable', exchange: number };
    if (pair.subject !== subject) return { kind: 'changed', what: 'subject', arrived: pair.subject, exchange: number };
    if (pair.channel !== channel) return { kind: 'changed', what: 'channel', arrived: pair.channel, exchange: number };
    return { kind: 'arrived', exchange: number };
  }

  #isEarlier(pair: Pair | undefined, subject: string): boolean {
    return pair !== undefined && pair.subject !== subject && this.#known.has(pair.subject);
  }
}

async function shrink(
  one: DrivenSubject,
  came: Try,
  asker: Asker,
  input: DriveInput,
  deadline: number,
): Promise<Failure> {
  let smallest: { subject: string; came: Try } = { subject: one.subject, came };
  let left = input.driver.mostShrinks;
  const property = fc.asyncProperty(shrinkableText(), async (subject) => {
    left -= 1;
    if (left < 0 || isOdd(subject) || input.signal.aborted || performance.now() > deadline) return true;
    const again = subject === one.subject ? came : await asker.ask(subject);
    const fails = again.kind !== 'arrived' && again.kind !== 'refused';
    // fast-check only ever goes on from what fails, to what is smaller.
    if (fails) smallest = { subject, came: again };
    return !fails;
  });
  await fc.check(property, { seed: input.seed, numRuns: 1, examples: [[one.subject]] });
  // fast-check takes characters off the beginning only: each of the rest may be one too many as well.
  for (let at = 0; at < fewestTried(smallest.subject); ) {
    const shorter = withoutOne(smallest.subject, at);
    if (left <= 0 || shorter === '' || isOdd(shorter) || input.signal.aborted || performance.now() > deadline) at += 1;
    else {
      left -= 1;
      const again = await asker.ask(shorter);
      if (again.kind === 'arrived' || again.kind === 'refused') at += 1;
      else smallest = { subject: shorter, came: again };
    }
  }
  return report(one, came, smallest, input);
}

/** Long texts fail by their length: what is taken out of these makes nothing plainer. */
const longest = 16;
const fewestTried = (subject: string): number => {
  const { length } = Array.from(subject);
  return length > longest ? 0 : length;
};
const withoutOne = (subject: string, at: number): string =>
  Array.from(subject)
    .filter((_, index) => index !== at)
    .join('');

/** Tells the failure by the smallest subject, and books it under its clause. */
function report(one: DrivenSubject, came: Try, smallest: { subject: string; came: Try }, input: DriveInput): Failure {
  const what = smallest.came.kind === 'changed' ? smallest.came.what : 'subject';
  const difference = wordsOf(smallest.came, what === 'channel' ? input.channel : smallest.subject);
  input.ledger.add(
    {
      clause: what === 'channel' ? 'behaviour/driven/channel-unchanged' : 'behaviour/driven/subject-unchanged',
      verdict: 'nonconformant',
      message: `asked for the subject ${JSON.stringify(smallest.subject)}: ${difference} (found with: ${one.label})`,
      advice: adviceFor(smallest.came),
    },
    'exchange' in smallest.came ? smallest.came.exchange : 0,
  );
  return {
    family: one.label,
    asked: one.subject,
    ...(came.kind === 'changed' && came.what === 'subject' ? { arrived: came.arrived } : {}),
    smallest: smallest.subject,
    ...(smallest.came.kind === 'changed' && what === 'subject' ? { smallestArrived: smallest.came.arrived } : {}),
    difference,
  };
}

function adviceFor(came: Try): string {
  if (came.kind === 'nothing')
    return 'Let every text be a subject: look for what breaks, or is taken for a person known already, on the way.';
  if (came.kind === 'unreadable')
    return 'Write the JSON with a JSON library and the form with an HTTP library, never by joining texts.';
  return 'Pass the text on as it is, in UTF-8: no trimming, no case folding, no normal form, no escaping twice, no cutting.';
}

function wordsOf(came: Try, asked = ''): string {
  switch (came.kind) {
    case 'arrived':
      return 'it arrived';
    case 'changed':
      return `the ${came.what} ${JSON.stringify(came.arrived)} arrived; ${differenceWords(asked, came.arrived)}`;
    case 'unreadable':
      return `a request arrived whose body cannot be read (exchange ${came.exchange})`;
    default:
      return came.told;
  }
}

function toldOf(failures: readonly Failure[], refused: number): string {
  if (failures.length > 0) return `${failures.length} of the subjects did not arrive unchanged`;
  return refused > 0
    ? `${refused} subjects were refused by the hook, all others arrived`
    : 'every subject arrived unchanged';
}
