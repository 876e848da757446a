/**
 * Drives a connector: asks for subjects and holds what arrives against what was asked for. What did not arrive among
 * others is asked for alone. A failure is asked for again, then shrunk to the smallest subject that fails alike.
 */
import type { Org } from '../../../endpoints/org/org.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import type { Ledger } from '../../../verdicts/connector/run/ledger.js';
import type { ExerciseEnding } from '../../../verdicts/connector/run/scenario-watch.js';
import type { Scenario } from '../../../wire/scenario.js';
import type { GateOptions } from '../options.js';
import type { Arrivals } from './arrivals.js';
import { Asker, isFailure, type Try, wordsOf } from './asker.js';
import type { Driver } from './driver.js';
import { bookHeld } from './held-identifiers.js';
import { cutShort, lostInCompany } from './lost-in-company.js';
import { shrink, type Tried } from './shrink.js';
import { type DrivenSubject, plainSubject, subjectsFor } from './subjects.js';

/** What a connector does its work with in one scenario. */
export interface Play {
  readonly options: GateOptions;
  readonly scenario: Scenario;
  /** The environment of its command. */
  readonly settings: Readonly<Record<string, string>>;
  readonly org: Org;
  readonly arrivals: Arrivals;
  readonly ledger: Ledger;
}

export interface Drive {
  readonly ending: ExerciseEnding;
  readonly driven?: NonNullable<ConnectorRecord['driven']>;
  /** What kept it from being judged, beside the command. */
  readonly trouble?: string;
  /** What is to be said of it beside the verdict. */
  readonly warnings?: readonly string[];
}

type Failure = NonNullable<ConnectorRecord['driven']>['failures'][number];

/** More kinds of failures than a reader takes in; each costs a search. */
const mostSearches = 5;

/** Asks for all subjects when all goes well, and in any other scenario for a few plain ones only. */
export async function drive(driver: Driver, play: Play): Promise<Drive> {
  const unready = await driver.ready();
  if (unready !== undefined) return troubled(unready);
  const asker = new Asker(driver, play.arrivals);
  const done = await askFor(asker, driver, play);
  bookHeld(asker.held, play.ledger);
  return { ...done, warnings: asker.againstTheWire.warnings };
}

async function askFor(asker: Asker, driver: Driver, { options, scenario, org, ledger }: Play): Promise<Drive> {
  const { seed, signal, timeoutMs, onEvent } = options;
  const [channel = '', second = ''] = org.credentials.channels;
  // A connector that remembers whom it asked for is asked for somebody else in each scenario.
  const word = `byoc-${seed.toString(36)}${scenario.clause === undefined ? '' : `-${scenario.id}`}`;
  const plain = await asker.ask({ channel, subject: plainSubject(word) });
  if (scenario.clause !== undefined) return plainOnly(asker, word, channel, plain);
  // A channel that is changed is changed for every subject.
  if (plain.kind !== 'arrived' && plain.kind !== 'changed')
    return troubled(`a plain subject did not arrive as it was asked for: ${wordsOf(plain)}`);
  const deadline = performance.now() + timeoutMs;
  const isOver = (): boolean => signal.aborted || performance.now() > deadline || driver.gone?.() !== undefined;
  const failures: Failure[] = [];
  const kinds = new Set<string>();
  let [asked, arrived, refused, unsupported] = [1, plain.kind === 'arrived' ? 1 : 0, 0, 0];
  const subjects = subjectsFor(word, seed, driver.most, [channel, second]);
  const lost = driver.together === 1 ? [] : await asker.askTogether(subjects, isOver);
  for (const one of subjects) {
    // What is known from before its end, or the end of the time, counts.
    if ((isOver() || kinds.size >= mostSearches) && !asker.knows(one)) continue;
    asked += 1;
    // It was asked for among the others, and did not arrive: what fails alike is searched for once.
    if (driver.together > 1 && kinds.has(one.kind) && !asker.knows(one)) continue;
    const came = await asker.ask(one);
    if (came.kind === 'arrived') arrived += 1;
    else if (came.kind === 'refused') refused += 1;
    else if (came.kind === 'unsupported') unsupported += 1;
    else if (!kinds.has(one.kind) && isFailure(await asker.ask(one, true)) && driver.gone?.() === undefined) {
      kinds.add(one.kind);
      const failed = { subject: one.subject, came };
      const isOther = one.channel !== channel;
      // It is the channel that fails, with whatever subject.
      const options = { asker, channel, seed, most: driver.mostShrinks, isOver };
      const failure = book(one, came, isOther ? failed : await shrink(failed, options), isOther, ledger);
      // What shrinks to the same subject is the same fault.
      if (!failures.some((other) => other.smallest === failure.smallest)) failures.push(failure);
    }
    onEvent?.({ type: 'driven', asked, failed: failures.length });
  }
  const driven = { asked, arrived, failures };
  if (isOver()) return { ending: cutShort(driver.gone?.() ?? 'the time for driving ran out'), driven };
  const alone = lost.find((one) => asker.arrivedOnce(one));
  const company = { asker, channels: [channel, second], word, isOver, ledger };
  const inCompany = alone === undefined ? undefined : await lostInCompany(alone, company);
  if (arrived > 1) for (const clause of unchanged) ledger.tally.add(clause, 'conformant');
  if (inCompany !== undefined) return { ending: inCompany, driven };
  if (unsupported > 0 && failures.length === 0)
    return {
      ending: cutShort(`${unsupported} subjects could not be asked for: the driver does not support them`),
      driven,
    };
  return { ending: { ok: failures.length === 0, cut: false, told: toldOf(failures, refused) }, driven };
}

/** Kept by what arrived; what did not is booked beside it. */
const unchanged = ['behaviour/driven/subject-unchanged', 'behaviour/driven/channel-unchanged'] as const;

function troubled(told: string): Drive {
  return { ending: cutShort(told), trouble: told };
}

/** A scenario needs a few pairs, and no more. */
async function plainOnly(asker: Asker, word: string, channel: string, first: Try): Promise<Drive> {
  const tries = [first];
  for (const which of ['second', 'third', 'fourth'])
    tries.push(await asker.ask({ channel, subject: `${word}-${which}` }));
  const bad = tries.find(({ kind }) => kind !== 'arrived');
  const told = bad === undefined ? asker.lastTrouble : wordsOf(bad);
  return { ending: { ok: told === undefined, cut: false, told: told ?? 'the connector did what it was asked' } };
}

/**
 * Tells a failure by the smallest subject, and books it under its clause.
 * @param isOther whether it was asked for on the other channel, which then is what fails
 */
function book(one: DrivenSubject, came: Try, smallest: Tried, isOther: boolean, ledger: Ledger): Failure {
  const what = smallest.came.kind === 'changed' ? smallest.came.what : isOther ? 'channel' : 'subject';
  const difference = wordsOf(smallest.came, what === 'channel' ? one.channel : smallest.subject);
  const on = isOther ? ` on the channel ${JSON.stringify(one.channel)}` : '';
  ledger.add(
    {
      clause: what === 'channel' ? 'behaviour/driven/channel-unchanged' : 'behaviour/driven/subject-unchanged',
      verdict: 'nonconformant',
      message: `asked for the subject ${JSON.stringify(smallest.subject)}${on}: ${difference} (found with: ${one.label})`,
      advice: what === 'channel' ? channelAdvice : adviceFor(smallest.came),
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

const channelAdvice =
  'Use the channel that is asked for, and remember conversations by channel and subject together: one person on two channels has two. A connector that serves one channel alone refuses the other: its hook by a 4xx, its driver by "refused".';

function adviceFor(came: Try): string {
  if (came.kind === 'nothing')
    return 'Let every text be a subject: look for what breaks, or is taken for a person known already, on the way.';
  if (came.kind === 'unreadable')
    return 'Write the JSON with a JSON library and the form with an HTTP library, never by joining texts.';
  return 'Pass the text on as it is, in UTF-8: no trimming, no case folding, no normal form, no escaping twice, no cutting.';
}

function toldOf(failures: readonly Failure[], refused: number): string {
  if (failures.length > 0) return `${failures.length} of the subjects did not arrive unchanged`;
  return refused > 0
    ? `${refused} subjects were refused by the connector, all others arrived`
    : 'every subject arrived unchanged';
}
